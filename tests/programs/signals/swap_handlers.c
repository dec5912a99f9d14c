// sigaction returns what the program installed before; functions compiled for it keep their one address.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>

static volatile int log_;
static void one(int n) { log_ = log_ * 10 + 1 + n * 0; }
static void two(int n) { log_ = log_ * 10 + 2 + n * 0; }
static void nested(int n) {
    log_ = log_ * 10 + 3;
    if (n == SIGUSR1)
        raise(SIGUSR2);
    log_ = log_ * 10 + 4;
}

int main(void) {
    struct sigaction action = {.sa_handler = one}, old;
    sigaction(SIGUSR1, &action, NULL);
    action.sa_handler = two;
    sigaction(SIGUSR1, &action, &old);
    printf("%d ", old.sa_handler == one);
    raise(SIGUSR1);
    sigaction(SIGUSR1, &old, NULL);
    raise(SIGUSR1);
    signal(SIGUSR1, nested);
    sigset(SIGUSR2, two);
    raise(SIGUSR1);
    sysv_signal(SIGHUP, one);
    raise(SIGHUP);
    printf("%d\n", log_);
    return 0;
}
