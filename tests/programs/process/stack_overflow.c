// Endless recursion dies of SIGSEGV; the report runs on an alternate stack.
//! hot: none
// (-O3 makes a loop of this recursion, which has no end.)
//! levels: O0
//! status: -11
//! stderr: any
static volatile int stop;
static int endless(int n) { return stop ? n : endless(n + 1) + 1; }
int main(void) { return endless(0); }
