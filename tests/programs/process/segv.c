// A crash names the function and dies of the signal.
//! levels: noopt O0
//! status: -11
//! stderr: crash_here
#include <stdio.h>

static __attribute__((noinline)) int crash_here(volatile int *p) { return *p + 1; }

int main(void) {
    puts("before");
    fflush(stdout);
    return crash_here((int *)16);
}
