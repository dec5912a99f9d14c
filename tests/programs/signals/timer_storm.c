// A timer interrupts every half millisecond while main and handler both enter functions for the first time.
//! modes: auto workers0 workers1
#include "../many.h"
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

HUNDRED(DEFINE, 1)
HUNDRED(DEFINE, 2)
HUNDRED(DEFINE, 3)
static int (*const in_main[])(int) = {HUNDRED(NAME, 1) HUNDRED(NAME, 2)};
static int (*const in_handler[])(int) = {HUNDRED(NAME, 3)};
static volatile int ticks, bad;

static void handler(int number) {
    (void)number;
    int i = ticks % 100;
    if (in_handler[i](i) != 3 * i + 300 + i)
        bad++;
    ticks++;
}

int main(void) {
    struct itimerval timer = {{0, 500}, {0, 500}}, off = {{0, 0}, {0, 0}};
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &timer, NULL);
    for (int i = 0; i < 200; i++)
        bad += in_main[i](i) != 3 * i + 100 + i;
    while (ticks < 300) {
    }
    setitimer(ITIMER_REAL, &off, NULL);
    printf("%d\n", bad);
    return bad != 0;
}
