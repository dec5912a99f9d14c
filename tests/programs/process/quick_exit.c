// quick_exit runs its own handlers in reverse order and no others.
//! status: 3
#include <stdio.h>
#include <stdlib.h>

static void slow(void) { puts("atexit handler"); }
static void one(void) {
    puts("one");
    fflush(stdout);
}
static void two(void) { puts("two"); }

int main(void) {
    atexit(slow);
    at_quick_exit(one);
    at_quick_exit(two);
    quick_exit(3);
}
