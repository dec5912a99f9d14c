// A thousand forks: parent and child each enter a new function every time.
//! hot: background
// (In "sync" mode each of a thousand children starts a compile server of its own.)
//! timeout: 120
//! modes: workers0
#include "../many.h"
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

THOUSAND(DEFINE, 1)
THOUSAND(DEFINE, 2)
static int (*const mine[])(int) = {THOUSAND(NAME, 1)};
static int (*const childs[])(int) = {THOUSAND(NAME, 2)};

int main(void) {
    int bad = 0;
    for (int i = 0; i < 1000; i++) {
        int status = -1;
        pid_t child = fork();
        if (child < 0)
            return 1;
        if (child == 0)
            _exit(childs[i](i) == 3 * i + 2000 + i ? 0 : 1);
        bad += mine[i](i) != 3 * i + 1000 + i;
        if (waitpid(child, &status, 0) != child || status != 0)
            bad++;
    }
    printf("%d\n", bad);
    return bad != 0;
}
