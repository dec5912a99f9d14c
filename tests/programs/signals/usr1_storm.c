// A thread storms main with SIGUSR1; the handler picks functions through a pointer set at run time.
//! modes: auto workers0 workers1
#include "../many.h"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
HUNDRED(DEFINE, 2)
HUNDRED(DEFINE, 3)
static int (*const in_main[])(int) = {HUNDRED(NAME, 1) HUNDRED(NAME, 2)};
static int (*in_handler[])(int) = {HUNDRED(NAME, 3)};
static int (*volatile chosen)(int);
static volatile int count, bad, stop;
static pthread_t target;

static void handler(int number) {
    chosen = in_handler[count % 100];
    bad += chosen(number) != 3 * number + 300 + count % 100;
    count++;
}

static void *storm(void *arg) {
    while (!stop) {
        pthread_kill(target, SIGUSR1);
        usleep(200);
    }
    return arg;
}

int main(void) {
    pthread_t id;
    target = pthread_self();
    signal(SIGUSR1, handler);
    pthread_create(&id, NULL, storm, NULL);
    for (int i = 0; i < 200; i++)
        bad += in_main[i](i) != 3 * i + 100 + i;
    while (count < 200) {
    }
    stop = 1;
    pthread_join(id, NULL);
    printf("%d\n", bad);
    return bad != 0;
}
