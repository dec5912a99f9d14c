// Rounding mode, flush-to-zero, exception flags and the x87 control word survive a first call, and rejit runs under defaults.
//! levels: noopt O0
//! cflags: -frounding-math
//! load: libm.so.6
#include <fenv.h>
#include <stdio.h>
#include <xmmintrin.h>

static __attribute__((noinline)) double up(double a, double b) { return a / b; }
static __attribute__((noinline)) double down(double a, double b) { return a / b; }
static __attribute__((noinline)) unsigned mxcsr(void) { return _mm_getcsr(); }
static __attribute__((noinline)) unsigned mxcsr_again(void) { return _mm_getcsr(); }
static __attribute__((noinline)) unsigned short x87(void) {
    unsigned short word;
    __asm__ volatile("fnstcw %0" : "=m"(word));
    return word;
}
static __attribute__((noinline)) int raised(void) { return fetestexcept(FE_ALL_EXCEPT) == FE_OVERFLOW; }

int main(void) {
    fesetround(FE_UPWARD);
    double a = up(1, 3);
    fesetround(FE_DOWNWARD);
    double b = down(1, 3);
    printf("%a %a\n", a, b);
    printf("%d\n", fegetround() == FE_DOWNWARD);
    fesetround(FE_TONEAREST);
    _mm_setcsr(0x9fc0 & ~0x3f);
    printf("%x\n", mxcsr() & 0xffc0);
    feclearexcept(FE_ALL_EXCEPT);
    feraiseexcept(FE_OVERFLOW);
    feclearexcept(FE_INEXACT);
    printf("%d\n", raised());
    unsigned short word = 0x0e7f;
    __asm__ volatile("fldcw %0" : : "m"(word));
    printf("%x\n", x87());
    _mm_setcsr(0x1f80 | 0x2000);
    printf("%x\n", mxcsr_again() & 0xffc0);
    return 0;
}
