// One function of thousands of blocks: relocations far from their entry, a frame and a line table of unusual size.
//! levels: O0
#include "../many.h"
#include <stdio.h>

#define STEP(n)                                                                                        \
    if ((x & 1) == (n & 1))                                                                            \
        x = x * 1103515245u + n;                                                                       \
    else                                                                                               \
        x ^= (unsigned)printf("") + (n >> 1);

static unsigned grind(unsigned x) {
    THOUSAND(STEP, 1)
    return x;
}

int main(void) {
    printf("%u %u\n", grind(1), grind(2));
    return 0;
}
