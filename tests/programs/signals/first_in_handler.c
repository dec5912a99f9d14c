// A handler that was never called, and what it calls, run on top of an interrupted program.
//! smoke
//! levels: noopt O0
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile int seen, code;
static __attribute__((noinline)) int helper(int x) { return x * 2; }
static void plain(int number) { seen = helper(number); }
static void with_info(int number, siginfo_t *info, void *context) {
    seen = number;
    code = info->si_pid == getpid() && context != NULL;
}

int main(void) {
    struct sigaction action = {.sa_sigaction = with_info, .sa_flags = SA_SIGINFO};
    signal(SIGUSR1, plain);
    raise(SIGUSR1);
    printf("%d\n", seen == 2 * SIGUSR1);
    sigaction(SIGUSR2, &action, NULL);
    kill(getpid(), SIGUSR2);
    printf("%d %d\n", seen == SIGUSR2, code);
    void (*old)(int) = signal(SIGUSR1, SIG_DFL);
    printf("%d\n", old == plain);
    return 0;
}
