// A child that returns from main or calls exit flushes its own stdio, runs its handlers, and leaves the parent's workers alone.
#include "../many.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

TEN(DEFINE, 1)
static int (*const table[])(int) = {TEN(NAME, 1)};
static int who;
static void handler(void) { printf("handler of %d\n", who); }

int main(void) {
    int status;
    atexit(handler);
    for (who = 1; who < 4; who++) {
        fflush(stdout);
        if (fork() == 0)
            return table[who](who);
        wait(&status);
        printf("%d ", WEXITSTATUS(status));
    }
    printf("%d\n", table[9](1));
    return 0;
}
