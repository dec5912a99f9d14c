// chdir and umask: nothing of rejit may depend on the working directory later.
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static __attribute__((noinline)) int one(int x) { return x + 1; }
static __attribute__((noinline)) int two(int x) { return x * 10; }

int main(void) {
    char here[256];
    if (chdir("/"))
        return 1;
    int x = one(1);
    umask(0777);
    if (chdir("/proc"))
        return 1;
    printf("%d %s\n", two(x), getcwd(here, sizeof here));
    return 0;
}
