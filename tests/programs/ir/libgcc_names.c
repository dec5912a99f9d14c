// Half floats, quad floats, powi and 128-bit conversions become libgcc calls that no shared library of the process exports.
//! levels: O0
#include <stdio.h>

static __attribute__((noinline)) float half_sum(_Float16 a, _Float16 b) { return (float)(a + b); }
static __attribute__((noinline)) double quad(double a, double b) { return (double)((__float128)a / (__float128)b); }
static __attribute__((noinline)) double power(double x, int n) { return __builtin_powi(x, n); }
static __attribute__((noinline)) __int128 to_int(long double x) { return (__int128)x; }
static __attribute__((noinline)) float from_int(unsigned __int128 x) { return (float)x; }

int main(void) {
    printf("%.4f\n", half_sum((_Float16)1.5f, (_Float16)0.25f));
    printf("%.10f\n", quad(1, 3));
    printf("%.4f %.6f\n", power(1.5, 7), power(2, -3));
    printf("%lld\n", (long long)(to_int(1e22L) / 1000000000));
    printf("%g\n", from_int((unsigned __int128)1 << 100));
    printf("%d\n", __builtin_popcountll(0xf0f0f0f0f0ull));
    return 0;
}
