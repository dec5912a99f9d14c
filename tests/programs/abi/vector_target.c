// target("avx"), target("avx512f") functions take ymm, zmm and mask registers; the first call comes from machine code that uses them.
//! levels: noopt O0 O3
#include <stdio.h>

typedef float v8 __attribute__((vector_size(32)));
typedef double w8 __attribute__((vector_size(64)));

__attribute__((target("avx2"), noinline)) static v8 add8(v8 a, v8 b) { return a + b * 2; }
__attribute__((target("avx2"), noinline)) static int avx(int n) {
    v8 a = {1, 2, 3, 4, 5, 6, 7, (float)n}, b = {8, 7, 6, 5, 4, 3, 2, 1};
    v8 r = add8(a, b);
    return (int)(r[0] + 10 * r[4] + 100 * r[7]);
}
__attribute__((target("avx512f"), noinline)) static w8 add_w8(w8 a, w8 b) { return a * b + 1; }
__attribute__((target("avx512f"), noinline)) static int avx512(int n) {
    w8 a = {1, 2, 3, 4, 5, 6, 7, (double)n}, b = {8, 7, 6, 5, 4, 3, 2, 1};
    w8 r = add_w8(a, b);
    return (int)(r[0] + 10 * r[4] + 100 * r[7]);
}

int main(void) {
    printf("%d\n", __builtin_cpu_supports("avx2") ? avx(8) : 0);
    printf("%d\n", __builtin_cpu_supports("avx512f") ? avx512(8) : 0);
    return 0;
}
