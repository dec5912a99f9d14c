// Inside an empty root no file of Python or llvmlite can be opened any more (only root can try).
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static __attribute__((noinline)) int one(int x) { return x + 1; }
static __attribute__((noinline)) double two(double x) { return x * 10; }

int main(void) {
    char name[] = "/tmp/rejit-chroot-XXXXXX";
    if (!mkdtemp(name))
        return 1;
    int outside = open("/tmp", O_RDONLY | O_DIRECTORY);
    if (geteuid() == 0 && (chroot(name) || chdir("/")))
        return 2;
    int x = one(1);
    printf("%d %.1f\n", x, two(x));
    return unlinkat(outside, name + sizeof "/tmp/" - 1, AT_REMOVEDIR) != 0;
}
