// thread_local data is general-dynamic with our own __tls_get_addr: a copy a thread, aligned, initialised, across modules.
//! smoke
//! levels: noopt O0 O3
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

static _Thread_local int zero;
static _Thread_local int initial = 5;
static _Thread_local _Alignas(128) char block[256] = "block";
extern _Thread_local int part_value;
int part_bump(void);

static void *thread(void *arg) {
    zero += 1 + (int)(intptr_t)arg;
    initial += zero;
    int part = part_bump();
    return (void *)(intptr_t)(initial * 1000 + part * 10 + (((uintptr_t)block & 127) == 0 && block[0] == 'b'));
}

int main(void) {
    pthread_t threads[4];
    void *result;
    zero = 100;
    part_value = 50;
    printf("%ld\n", (long)(intptr_t)thread(NULL));
    for (intptr_t i = 0; i < 4; i++) {
        pthread_create(&threads[i], NULL, thread, (void *)i);
        pthread_join(threads[i], &result);
        printf("%ld\n", (long)(intptr_t)result);
    }
    printf("%d %d %d\n", zero, initial, part_value);
    return 0;
}
