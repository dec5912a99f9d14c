// A symbol that nobody defines is no error as long as no call reaches it.
//! levels: noopt O0
//! aot: -Wl,--defsym=surely_missing=0
//! modes: auto workers0 workers1 workers2
#include <stdio.h>

extern int surely_missing(int);
static __attribute__((noinline)) int never(int x) { return surely_missing(x); }

int main(int argc, char **argv) {
    (void)argv;
    if (argc > 100)
        return never(argc);
    puts("not reached");
    return 0;
}
