// Asynchronous cancellation may strike at any instruction of the program, but not while it is compiling.
//! modes: auto workers0 workers1
#include "../many.h"
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};
static sem_t started;
static volatile int sink;

static void *work(void *arg) {
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
    sem_post(&started);
    for (int i = *(int *)arg;; i = (i + 1) % 100)
        sink = table[i](i);
}

int main(void) {
    int cancelled = 0, starts[10];
    long sum = 0;
    void *result;
    sem_init(&started, 0, 0);
    for (int i = 0; i < 10; i++) {
        pthread_t id;
        starts[i] = 10 * i;
        pthread_create(&id, NULL, work, &starts[i]);
        sem_wait(&started);
        usleep(500);
        pthread_cancel(id);
        pthread_join(id, &result);
        // glibc 2.36: a pending cancellation met by pthread_setcancelstate ends the thread with NULL, in C as well.
        cancelled += result == PTHREAD_CANCELED || result == NULL;
    }
    for (int i = 0; i < 100; i++)
        sum += table[i](1);
    printf("%d %ld\n", cancelled, sum);
    return 0;
}
