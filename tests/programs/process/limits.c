// Limits on descriptors, file size, core, locked memory and CPU lowered to nothing; then new functions.
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

static __attribute__((noinline)) int one(int x) { return x + 1; }
static __attribute__((noinline)) int two(int x) { return one(x) * 10; }
static __attribute__((noinline)) int three(int x) { return two(x) * 10; }
static int set(int which, rlim_t value) {
    struct rlimit limit = {value, value};
    return setrlimit(which, &limit);
}

int main(void) {
    int r = set(RLIMIT_NOFILE, 8);
    printf("%d %d\n", r, one(1));
    fflush(stdout);
    r = set(RLIMIT_FSIZE, 0) | set(RLIMIT_CORE, 0) | set(RLIMIT_MEMLOCK, 0) | set(RLIMIT_CPU, 25);
    int x = two(1);
    r |= set(RLIMIT_NPROC, 0);
    printf("%d %d %d\n", r, x, three(1));
    return 0;
}
