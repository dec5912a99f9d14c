// (Without workers LLVM is in the process, and llvmlite's ctypes callbacks are libffi's, in pages of its making.)
//! modes: auto workers1 eager
// No mapping is writable and executable, or executable and shared; checked in the middle of compiling, and in a child.
#include "../many.h"
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};

static int check(void) {
    char line[512], mode[8];
    int bad = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (fgets(line, sizeof line, maps))
        if (sscanf(line, "%*s %7s", mode) == 1 && mode[2] == 'x' && (mode[1] == 'w' || mode[3] == 's')) {
            fputs(line, stdout);
            bad++;
        }
    fclose(maps);
    return bad;
}

int main(void) {
    int bad = check(), status;
    for (int i = 0; i < 50; i++)
        bad += table[i](i) == 0;
    bad += check();
    fflush(stdout);
    if (fork() == 0) {
        for (int i = 40; i < 100; i++)
            table[i](i);
        _exit(check());
    }
    wait(&status);
    printf("%d %d\n", bad, WEXITSTATUS(status));
    return 0;
}
