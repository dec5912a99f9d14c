// A function entered for the first time five megabytes deep on an 8 MiB stack.
//! levels: O0
#include <stdio.h>

static int leaf(int n) { return n * 2; }
static int deep(int n) {
    volatile char frame[1024];
    frame[0] = 1;
    return n ? deep(n - 1) + frame[0] : leaf(21);
}

int main(void) {
    printf("%d\n", deep(5000));
    return 0;
}
