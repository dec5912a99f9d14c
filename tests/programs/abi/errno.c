// Compiling makes system calls: errno must be what it was before the first call.
//! levels: noopt
#include "../many.h"
#include <errno.h>
#include <stdio.h>

#define READ(n) static NOINLINE int f##n(void) { return errno; }
TEN(READ, 1)
static int (*const table[])(void) = {TEN(NAME, 1)};

int main(void) {
    int bad = 0;
    for (int i = 0; i < 10; i++) {
        errno = 1000 + i;
        bad += table[i]() != 1000 + i;
        bad += errno != 1000 + i;
    }
    printf("%d\n", bad);
    return bad;
}
