// Parent and child both compile after fork, the same functions and different ones, at equal addresses in two memories.
//! smoke
//! levels: noopt O0
#include "../many.h"
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
HUNDRED(DEFINE, 2)
static int (*const table[])(int) = {HUNDRED(NAME, 1) HUNDRED(NAME, 2)};

static NOINLINE int all(int from, int to, int step) {
    int x = 1;
    for (int i = from; i != to; i += step)
        x = table[i](x & 0xffff);
    return x;
}

int main(void) {
    int status, expected = 0;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        printf("child %d %d\n", all(0, 150, 1), all(199, 60, -1));
        fflush(stdout);
        _exit(33);
    }
    expected = all(199, 50, -1);
    waitpid(child, &status, 0);
    printf("parent %d %d %d\n", expected, all(0, 200, 1), WEXITSTATUS(status));
    return 0;
}
