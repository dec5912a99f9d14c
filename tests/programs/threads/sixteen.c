// Sixteen threads enter one module at once: each function is compiled once and all get the right one.
//! smoke
//! levels: noopt O0
#include "../many.h"
#include <pthread.h>
#include <stdio.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};
static pthread_barrier_t barrier;

static void *work(void *arg) {
    long total = 0;
    for (int i = 0; i < 100; i++) {
        if (i % 10 == 0)
            pthread_barrier_wait(&barrier);
        total += table[i](*(int *)arg);
    }
    return (void *)total;
}

int main(void) {
    pthread_t ids[16];
    int seeds[16];
    void *result;
    pthread_barrier_init(&barrier, NULL, 16);
    for (int i = 0; i < 16; i++) {
        seeds[i] = i;
        pthread_create(&ids[i], NULL, work, &seeds[i]);
    }
    for (int i = 0; i < 16; i++) {
        pthread_join(ids[i], &result);
        printf("%ld\n", (long)result);
    }
    return 0;
}
