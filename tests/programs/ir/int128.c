// 128-bit division calls __udivti3 and friends, which dlsym does not find; arguments use register pairs.
//! smoke
//! levels: noopt O0 O3
#include <stdio.h>

typedef unsigned __int128 u128;
typedef __int128 i128;

static __attribute__((noinline)) u128 divide(u128 a, u128 b) { return a / b; }
static __attribute__((noinline)) i128 modulo(int pad, i128 a, i128 b) { return pad + a % b; }
static __attribute__((noinline)) i128 on_stack(int a, int b, int c, int d, int e, i128 x) { return x * (a + b + c + d + e); }

static void show(const char *what, u128 x) {
    printf("%s %016llx%016llx\n", what, (unsigned long long)(x >> 64), (unsigned long long)x);
}

int main(void) {
    u128 big = ((u128)0x123456789abcdefULL << 64) | 0xfedcba9876543210ULL;
    show("div", divide(big, 1000000007));
    show("div", divide(big, (u128)3 << 70));
    show("mod", (u128)modulo(1, -(i128)big, 1234567890123456789LL));
    show("mul", (u128)on_stack(1, 2, 3, 4, 5, (i128)big));
    show("shr", big >> 67);
    printf("%.10g %.10g\n", (double)big, (double)-(i128)big);
    show("int", (u128)(double)1e30);
    return 0;
}
