// A strong definition in another module replaces a weak one everywhere, also in calls already compiled and in tables.
//! levels: noopt O0
#include <stdio.h>

__attribute__((weak)) int choose(void) { return 1; }
__attribute__((weak)) int weak_only(void) { return 2; }
__attribute__((weak)) int value = 10;
__attribute__((weak, noinline)) int both_weak(void) { return 100; }
static int (*const table[])(void) = {choose, weak_only, both_weak};
int other_module(int (*f)(void));

int main(void) {
    printf("%d %d %d %d\n", choose(), weak_only(), value, both_weak());
    printf("%d %d %d\n", table[0](), table[1](), table[2]());
    printf("%d\n", other_module(choose));
    return 0;
}
