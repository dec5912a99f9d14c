// Two thousand functions called once each: no mapping, descriptor or frame may be spent on one of them.
//! levels: noopt
//! modes: auto workers0 eager
#include "../many.h"
#include <stdio.h>

THOUSAND(DEFINE, 1)
THOUSAND(DEFINE, 2)
static int (*const table[])(int) = {THOUSAND(NAME, 1) THOUSAND(NAME, 2)};

static int mappings(void) {
    FILE *maps = fopen("/proc/self/maps", "r");
    int c, lines = 0;
    while ((c = getc(maps)) != EOF)
        lines += c == '\n';
    fclose(maps);
    return lines;
}

int main(void) {
    unsigned x = 1;
    table[0](1);
    int before = mappings();
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
        x = (unsigned)table[i]((int)(x & 0xffff));
    printf("%u %d\n", x, mappings() - before < 200);
    return 0;
}
