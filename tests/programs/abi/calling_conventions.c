// Other conventions pass and preserve other registers: a first call may change none that the caller counts on.
//! levels: noopt O0 O3
#include <stdio.h>

#define NOINLINE __attribute__((noinline))
static long sink;
NOINLINE __attribute__((preserve_most)) static void most(long x) { sink += x; }
NOINLINE __attribute__((preserve_all)) static void all(long x) { sink += x * 2; }
NOINLINE __attribute__((regcall)) static long regcall(long a, long b, long c, long d, long e, long f, long g, long h, long i, double x) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + (long)x;
}
NOINLINE __attribute__((vectorcall)) static double vectorcall(double a, double b, int c) { return a * b + c; }
NOINLINE __attribute__((ms_abi)) static long microsoft(long a, double b, long c, double d, long e) { return a + (long)(b * d) + c * e; }
NOINLINE __attribute__((swiftcall)) static long swift(long a, __attribute__((swift_context)) long *context) { return a + *context; }

// Keeps nine integers and four doubles alive in registers over calls that promise to preserve them.
NOINLINE static double pressure(long n, double x) {
    long a = n * 3, b = n ^ 5, c = n + 7, d = n * n, e = n - 9, f = n << 2, g = ~n, h = n | 1;
    double p = x + 1, q = x * 2, r = x / 3, s = -x;
    most(n);
    a += b, b ^= c, c += d, d -= e, e += f, f ^= g, g += h;
    all(n);
    return a + b + c + d + e + f + g + h + p + q * r - s;
}

int main(void) {
    long context = 30;
    printf("%.6f %.6f\n", pressure(11, 2.5), pressure(12, 3.5));
    printf("%ld %ld\n", sink, regcall(1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5));
    printf("%.2f %ld %ld\n", vectorcall(1.5, 2.5, 3), microsoft(1, 2.5, 3, 4.5, 5), swift(12, &context));
    return 0;
}
