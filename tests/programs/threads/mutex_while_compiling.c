// A first call under the program's own lock, with waiters that enter other functions: no deadlock with rejit's locks.
#include "../many.h"
#include <pthread.h>
#include <stdio.h>

HUNDRED(DEFINE, 1)
HUNDRED(DEFINE, 2)
static int (*const locked[])(int) = {HUNDRED(NAME, 1)};
static int (*const unlocked[])(int) = {HUNDRED(NAME, 2)};
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long total;

static void *work(void *arg) {
    for (int i = *(int *)arg; i < 100; i += 4) {
        int mine = unlocked[i](i);
        pthread_mutex_lock(&mutex);
        total += locked[i](mine);
        pthread_mutex_unlock(&mutex);
    }
    return NULL;
}

int main(void) {
    pthread_t ids[4];
    int starts[4] = {0, 1, 2, 3};
    for (int i = 0; i < 4; i++)
        pthread_create(&ids[i], NULL, work, &starts[i]);
    for (int i = 0; i < 4; i++)
        pthread_join(ids[i], NULL);
    printf("%ld\n", total);
    return 0;
}
