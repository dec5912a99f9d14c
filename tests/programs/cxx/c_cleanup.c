// C with -fexceptions: __attribute__((cleanup)) runs when a forced unwind passes, through first-time frames.
//! levels: noopt O3
//! cflags: -fexceptions
#include <pthread.h>
#include <stdio.h>

static void done(int *value) { printf("cleanup %d\n", *value); }
static __attribute__((noinline)) void inner(int n) {
    __attribute__((cleanup(done))) int value = n;
    if (n == 0)
        pthread_exit(NULL);
    inner(n - 1);
}
static void *thread(void *arg) {
    inner(2);
    return arg;
}

int main(void) {
    pthread_t id;
    pthread_create(&id, NULL, thread, NULL);
    pthread_join(id, NULL);
    return 0;
}
