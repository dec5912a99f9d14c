// With floating-point traps enabled the compiler must not run under them: it would die of SIGFPE.
//! levels: noopt
//! load: libm.so.6
#define _GNU_SOURCE
#include "../many.h"
#include <fenv.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};
static sigjmp_buf env;
static volatile double zero, quotient;
static void on_fpe(int number) { siglongjmp(env, number); }
static NOINLINE double divide(double a, double b) { return a / b; }

int main(void) {
    unsigned sum = 0;
    feenableexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW | FE_UNDERFLOW | FE_INEXACT);
    for (int i = 0; i < 100; i++)
        sum += (unsigned)table[i](i);
    int enabled = fegetexcept();
    signal(SIGFPE, on_fpe);
    if (sigsetjmp(env, 1) == 0) {
        quotient = divide(1, zero);
        puts("no trap");
    } else {
        fedisableexcept(FE_ALL_EXCEPT);
        puts("trapped");
    }
    printf("%u %x\n", sum, (unsigned)enabled);
    return 0;
}
