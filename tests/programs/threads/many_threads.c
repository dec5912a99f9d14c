// Two hundred short threads one after another: nothing kept for a thread may leak or run out.
//! levels: noopt
#include "../many.h"
#include <pthread.h>
#include <stdio.h>

HUNDRED(DEFINE, 1)
HUNDRED(DEFINE, 2)
static int (*const table[])(int) = {HUNDRED(NAME, 1) HUNDRED(NAME, 2)};
static void *work(void *arg) {
    long i = (long)arg;
    return (void *)(long)table[i]((int)i);
}

int main(void) {
    long sum = 0;
    for (long i = 0; i < 200; i++) {
        pthread_t id;
        void *result;
        pthread_create(&id, NULL, work, (void *)i);
        pthread_join(id, &result);
        sum += (long)result;
    }
    printf("%ld\n", sum);
    return 0;
}
