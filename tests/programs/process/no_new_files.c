// The program fills its descriptor table: compiling must need no new descriptor.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static __attribute__((noinline)) int one(int x) { return x + 1; }
static __attribute__((noinline)) int two(int x) { return one(x) * 10; }

int main(void) {
    while (dup(2) >= 0) {
    }
    printf("%d\n", two(3));
    return 0;
}
