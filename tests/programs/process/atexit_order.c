// atexit, on_exit and destructors run in reverse order, each entered for the first time while the process exits.
//! smoke
//! levels: noopt O3
//! status: 5
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

static __attribute__((noinline)) const char *word(int n) { return n == 1 ? "one" : "other"; }
static void late(void) { puts("registered while exiting"); }
static void first(void) { printf("first %s\n", word(1)); }
static void second(void) {
    puts("second");
    atexit(late);
}
static void with_status(int status, void *argument) { printf("on_exit %d %s\n", status, (char *)argument); }
static void never(void) { puts("quick exit handler"); }
__attribute__((destructor)) static void destructor(void) { printf("destructor %s\n", word(2)); }

int main(void) {
    static char argument[] = "argument";
    at_quick_exit(never);
    atexit(first);
    on_exit(with_status, argument);
    atexit(second);
    atexit(second);
    return 5;
}
