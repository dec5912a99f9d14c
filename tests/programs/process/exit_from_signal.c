// exit() called by a signal handler, itself entered for the first time.
//! status: 13
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static void handler(int number) {
    printf("signal %d\n", number == SIGUSR2);
    exit(13);
}

int main(void) {
    signal(SIGUSR2, handler);
    raise(SIGUSR2);
    return 0;
}
