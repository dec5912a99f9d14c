// Common symbols merge: the largest size, the strictest alignment, and an initialised definition wins.
//! levels: noopt
//! cflags: -fcommon
#include <stdint.h>
#include <stdio.h>

int shared;
int initialised;
char sized[16];
int aligned;
void part(void);

int main(void) {
    shared = 1;
    part();
    printf("%d %d %d %d\n", shared, initialised, sized[99], (int)((uintptr_t)&aligned & 63));
    return 0;
}
