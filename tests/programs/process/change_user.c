// After setuid the process is no longer dumpable: /proc/self/mem and the workers may be out of reach (only root can try).
#define _GNU_SOURCE
#include <grp.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

static __attribute__((noinline)) int one(int x) { return x + 1; }
static __attribute__((noinline)) int two(int x) { return x * 10; }
static __attribute__((noinline)) int three(int x) { return x * 100; }

int main(void) {
    int x = one(0);
    prctl(PR_SET_DUMPABLE, 0);
    x = two(x);
    if (geteuid() == 0 && (setgroups(0, NULL) || setresgid(65534, 65534, 65534) || setresuid(65534, 65534, 65534)))
        return 1;
    printf("%d %d\n", x, three(x));
    return 0;
}
