// At main's first instruction every disposition is the default, the mask is empty, and no timer runs.
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

int main(void) {
    sigset_t mask;
    struct sigaction action;
    struct itimerval timer;
    sigprocmask(SIG_SETMASK, NULL, &mask);
    for (int n = 1; n < 32; n++) {
        if (n == SIGSEGV || n == SIGBUS || n == SIGILL || n == SIGFPE || n == SIGABRT || n == SIGTRAP || n == SIGSYS)
            continue; // crash reports
        sigaction(n, NULL, &action);
        if (action.sa_handler != SIG_DFL || sigismember(&mask, n))
            printf("%d %s\n", n, action.sa_handler == SIG_IGN ? "ignored" : action.sa_handler == SIG_DFL ? "blocked" : "handled");
    }
    getitimer(ITIMER_REAL, &timer);
    printf("%ld\n", (long)timer.it_value.tv_sec);
    return 0;
}
