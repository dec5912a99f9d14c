// Cancelling a thread that enters new functions: it ends at one of its own cancellation points, cleanups run, no lock is left.
#include "../many.h"
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
HUNDRED(DEFINE, 2)
static int (*const table[])(int) = {HUNDRED(NAME, 1) HUNDRED(NAME, 2)};
static volatile int cleaned;
static sem_t started;
static void cleanup(void *arg) { cleaned += *(int *)arg; }

static void *work(void *arg) {
    int one = 1;
    pthread_cleanup_push(cleanup, &one);
    sem_post(&started);
    for (unsigned i = *(unsigned *)arg;; i = (i + 1) % 200) {
        table[i]((int)i);
        pthread_testcancel();
    }
    pthread_cleanup_pop(1);
    return NULL;
}

int main(void) {
    int cancelled = 0;
    unsigned starts[10];
    void *result;
    sem_init(&started, 0, 0);
    for (unsigned i = 0; i < 10; i++) {
        pthread_t id;
        starts[i] = 15 * i;
        pthread_create(&id, NULL, work, &starts[i]);
        sem_wait(&started);
        usleep(i * 300);
        pthread_cancel(id);
        pthread_join(id, &result);
        cancelled += result == PTHREAD_CANCELED;
    }
    long sum = 0;
    for (int i = 0; i < 200; i++)
        sum += table[i](1);
    printf("%d %d %ld\n", cancelled, cleaned, sum);
    return 0;
}
