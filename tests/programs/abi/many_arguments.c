// Six integer and eight floating registers plus the stack: all arrive through a first call.
//! levels: noopt O0
#include <stdio.h>

static __attribute__((noinline)) double all(int a, double b, long c, double d, short e, float f, char *g, double h, int i, double j,
                                            int k, double l, long m, double n, float o, double p, int q, double r) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g[0] + 8 * h + 9 * i + 10 * j + 11 * k + 12 * l + 13 * m + 14 * n + 15 * o +
           16 * p + 17 * q + 18 * r;
}

static __attribute__((noinline)) long double x87(long double a, long double b) { return a - b; }
static __attribute__((noinline)) _Bool narrow(_Bool a, signed char b, unsigned short c) { return a && b < 0 && c > 60000; }

int main(void) {
    printf("%.3f\n", all(1, 1.5, 2, 2.5, 3, 3.5f, "4", 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8.5f, 8.25, 9, 9.5));
    printf("%.3Lf %d\n", x87(1.5L, 0.125L), narrow(1, -3, 65535));
    return 0;
}
