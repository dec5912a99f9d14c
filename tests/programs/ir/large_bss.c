// More than 2 GiB of zeroed data: out of 32-bit reach, and never to be touched or filled at start.
//! levels: noopt O0
//! aot: -mcmodel=medium
#include <stdio.h>

static char first[1400u << 20], small[64];
char second[1400u << 20];
static long table[4] = {1, 2, 3, 4};

static __attribute__((noinline)) long touch(char *p, unsigned long size) {
    p[0] = 3;
    p[size / 2] = 4;
    p[size - 1] = 5;
    return p[0] + p[1] + p[size / 2] + p[size - 1];
}

int main(void) {
    small[3] = 9;
    table[2] += touch(first, sizeof first) + touch(second, sizeof second);
    printf("%ld %d %d %d\n", table[2], first[sizeof first - 1], second[sizeof second / 2], small[3]);
    return 0;
}
