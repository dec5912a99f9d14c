// daemon(): fork, new session, descriptors to /dev/null, working directory /; the daemon goes on compiling.
#define _GNU_SOURCE
#include <stdio.h>
#include <unistd.h>

static __attribute__((noinline)) int after(int x) { return x * 6; }

int main(void) {
    char text[32];
    int out = dup(1), n;
    if (daemon(0, 0))
        return 1;
    n = snprintf(text, sizeof text, "%d %d\n", after(7), getppid() != 0);
    return write(out, text, (size_t)n) != n;
}
