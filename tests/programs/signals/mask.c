// The signal mask is the program's: the same inside a first call, and pending signals wait until it unblocks them.
#include <signal.h>
#include <stdio.h>
#include <string.h>

static volatile int arrived;
static void handler(int number) { arrived = number; }
static __attribute__((noinline)) int same_mask(const sigset_t *expected) {
    sigset_t now;
    sigprocmask(SIG_SETMASK, NULL, &now);
    int same = 1;
    for (int n = 1; n < 65; n++)
        same &= sigismember(&now, n) == sigismember(expected, n);
    return same;
}
static __attribute__((noinline)) int block(int how, int a, int b) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, a);
    sigaddset(&set, b);
    return sigprocmask(how, &set, NULL);
}

int main(void) {
    sigset_t all, before;
    int number;
    signal(SIGUSR1, handler);
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    sigprocmask(SIG_SETMASK, NULL, &before);
    raise(SIGUSR1);
    printf("%d %d\n", same_mask(&before), arrived);
    block(SIG_UNBLOCK, SIGUSR1, SIGUSR1);
    printf("%d\n", arrived == SIGUSR1);
    raise(SIGUSR2);
    sigwait(&before, &number);
    printf("%d\n", number == SIGUSR2);
    return 0;
}
