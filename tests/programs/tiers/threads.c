// Many threads in old and new bodies at once; each function is found hot by all of them.
#include "../many.h"
#include <pthread.h>
#include <stdio.h>

#define STEP(n) static NOINLINE unsigned s##n(unsigned x) { return x * 3 + n ^ x >> 5; }
#define STEP_NAME(n) s##n,
HUNDRED(STEP, 1)
static unsigned (*const steps[])(unsigned) = {HUNDRED(STEP_NAME, 1)};

static NOINLINE unsigned chain(unsigned x, int from) {
    for (int i = 0; i < 100; i++)
        x = steps[(i + from) % 100](x);
    return x;
}

static void *run(void *given) {
    unsigned sum = 0;
    for (int round = 0; round < 60; round++)
        sum += chain(round, 13 * (int)(long)given);
    return (void *)(unsigned long)sum;
}

int main(void) {
    pthread_t threads[8];
    for (long i = 0; i < 8; i++)
        pthread_create(&threads[i], 0, run, (void *)i);
    for (long i = 0; i < 8; i++) {
        void *result, *expected = run((void *)i);
        pthread_join(threads[i], &result);
        printf("%lu %d\n", (unsigned long)result, result == expected);
    }
    return 0;
}
