// close_range over everything above 2, before anything else is called.
#define _GNU_SOURCE
#include <stdio.h>
#include <unistd.h>

static __attribute__((noinline)) int one(int x) { return x + 1; }
static __attribute__((noinline)) int two(int x) { return x * 10; }

int main(void) {
    close_range(3, ~0u, 0);
    int x = one(4);
    closefrom(3);
    printf("%d\n", two(x));
    return 0;
}
