// A chain of descendants, each compiling, each outliving or outlived by its parent.
#include "../many.h"
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

TEN(DEFINE, 1)
static int (*const table[])(int) = {TEN(NAME, 1)};

static int descend(int depth) {
    int status;
    if (depth == 6)
        return 0;
    pid_t child = fork();
    if (child == 0)
        _exit(descend(depth + 1) + (table[depth](depth) == 3 * depth + 10 + depth));
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

int main(void) {
    printf("%d\n", descend(0));
    return 0;
}
