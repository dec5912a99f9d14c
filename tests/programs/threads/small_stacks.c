// Threads with 64 KiB of stack enter new functions: compiling must not need more of it.
//! levels: noopt O0
#include "../many.h"
#include <pthread.h>
#include <stdio.h>
#include <string.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};

static void *work(void *arg) {
    volatile char used[16384];
    int start = *(int *)arg;
    long total = 0;
    memset((char *)used, 1, sizeof used);
    for (int i = start; i < 100; i += 4)
        total += table[i](i) + used[i];
    return (void *)total;
}

int main(void) {
    pthread_attr_t attributes;
    pthread_t ids[4];
    int starts[4] = {0, 1, 2, 3};
    void *result;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 65536);
    for (int i = 0; i < 4; i++)
        if (pthread_create(&ids[i], &attributes, work, &starts[i]))
            return 1;
    for (int i = 0; i < 4; i++) {
        pthread_join(ids[i], &result);
        printf("%ld\n", (long)result);
    }
    return 0;
}
