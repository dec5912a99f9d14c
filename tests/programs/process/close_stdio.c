// Descriptors 0, 1 and 2 closed too: the next pipe or socket of rejit must not take their numbers.
//! status: 60
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static __attribute__((noinline)) int one(int x) { return x + 1; }
static __attribute__((noinline)) int two(int x) { return x * 10; }

int main(void) {
    close_range(0, ~0u, 0);
    int x = one(5);
    if (open("/dev/null", O_RDWR) != 0 || dup(0) != 1)
        return 1;
    return two(x);
}
