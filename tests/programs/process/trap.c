// __builtin_trap: SIGILL.
//! levels: noopt O3
//! status: -4
//! stderr: trapper
static __attribute__((noinline)) void trapper(void) { __builtin_trap(); }

int main(void) { trapper(); }
