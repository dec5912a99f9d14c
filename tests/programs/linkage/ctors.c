// Constructors run by priority over all modules before main, destructors after it and after the exit handlers.
//! smoke
//! levels: noopt O0
#include <stdio.h>
#include <stdlib.h>

__attribute__((constructor(300))) static void third(void) { puts("ctor 300"); }
__attribute__((constructor(101))) static void first(void) { puts("ctor 101"); }
__attribute__((constructor)) static void plain(void) { puts("ctor main"); }
__attribute__((destructor(101))) static void last(void) { puts("dtor 101"); }
__attribute__((destructor(300))) static void before_last(void) { puts("dtor 300"); }
__attribute__((destructor)) static void dtor(void) { puts("dtor plain"); }
static void handler(void) { puts("atexit"); }

int main(int argc, char **argv) {
    (void)argv;
    atexit(handler);
    printf("main %d\n", argc);
    return 3;
}
//! status: 3
