// Endless recursion dies of SIGSEGV; the report runs on an alternate stack.
//! status: -11
//! stderr: any
static volatile int stop;
static int endless(int n) {
    volatile char kept[64]; // so that no level makes a loop of it
    kept[n & 63] = (char)n;
    return stop ? n : endless(n + 1) + kept[n & 63];
}
int main(void) { return endless(0); }
