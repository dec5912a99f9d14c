// The program handles every signal there is, real-time ones too; each handler enters a new function.
//! levels: noopt O0
#include "../many.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};
static volatile int got[65];
static void handler(int number) { got[number] = table[number](number) == 3 * number + 100 + number; }

int main(void) {
    struct sigaction action;
    int installed = 0, right = 0;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    for (int n = 1; n <= 64; n++)
        installed += sigaction(n, &action, NULL) == 0;
    for (int n = 1; n <= 64; n++)
        if (n != SIGKILL && n != SIGSTOP && n != 32 && n != 33) {
            raise(n);
            right += got[n];
        }
    printf("%d %d %d\n", installed, right, table[0](1));
    return 0;
}
