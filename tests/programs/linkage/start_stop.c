// Entries of a named section must stand contiguously between __start_ and __stop_, over both modules, unreferenced ones too.
//! levels: noopt O0
#include <stdio.h>

struct entry {
    const char *name;
    int (*run)(int);
    long value;
};
#define ENTRY(n) static struct entry entry_##n __attribute__((section("registry"), used)) = {#n, n, __LINE__}
static int one(int x) { return x + 1; }
static int two(int x) { return x * 2; }
ENTRY(one);
ENTRY(two);
extern struct entry __start_registry[], __stop_registry[];
extern int __start_nothing[] __attribute__((weak)), __stop_nothing[] __attribute__((weak));

int main(void) {
    int total = 0, count = 0;
    for (struct entry *e = __start_registry; e < __stop_registry; e++, count++)
        total += e->run(10);
    printf("%d %d\n", count, total);
    printf("%d\n", __stop_nothing == __start_nothing);
    return 0;
}
