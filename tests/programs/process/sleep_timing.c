// A sleeping or polling program is never woken by rejit's own signals (EINTR) while other threads compile.
#include "../many.h"
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};

static void *compile_all(void *arg) {
    for (int i = 0; i < 100; i++)
        table[i](i);
    return arg;
}

int main(void) {
    pthread_t id;
    struct timespec rest = {0, 200000000};
    pthread_create(&id, NULL, compile_all, NULL);
    int slept = nanosleep(&rest, NULL);
    int polled = poll(NULL, 0, 100);
    pthread_join(id, NULL);
    printf("%d %d\n", slept, polled);
    return 0;
}
