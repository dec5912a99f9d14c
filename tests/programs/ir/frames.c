// Frames of a megabyte, alloca and over-aligned locals: the first call must neither move nor misalign the stack.
//! levels: noopt O0
//! cflags: -fstack-protector-all -fstack-clash-protection
#include <alloca.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static __attribute__((noinline)) int big(int n) {
    volatile char buffer[1 << 20];
    buffer[0] = 1;
    buffer[sizeof buffer - 1] = (char)n;
    return buffer[0] + buffer[sizeof buffer - 1];
}

static __attribute__((noinline)) int dynamic(int n) {
    char *p = alloca((size_t)n), q[n];
    memset(p, 1, (size_t)n);
    memset(q, 2, (size_t)n);
    return p[n - 1] + q[n - 1];
}

static __attribute__((noinline)) int aligned(int n) {
    _Alignas(256) volatile char buffer[256];
    buffer[n] = 1;
    return ((uintptr_t)buffer & 255) == 0;
}

int main(void) {
    printf("%d %d %d\n", big(5), dynamic(5000), aligned(3));
    return 0;
}
