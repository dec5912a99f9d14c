// A detached thread that never stops, inside JIT code and entering new functions, does not keep the process from ending.
//! status: 6
#include "../many.h"
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
HUNDRED(DEFINE, 2)
static int (*const table[])(int) = {HUNDRED(NAME, 1) HUNDRED(NAME, 2)};
static volatile int sink;

static void *spin(void *start) {
    for (unsigned i = 0;; i += 2)
        sink = table[(*(unsigned *)start + i) % 200]((int)i);
}

int main(void) {
    pthread_t id;
    unsigned starts[2] = {0, 1};
    for (int i = 0; i < 2; i++) {
        pthread_create(&id, NULL, spin, &starts[i]);
        pthread_detach(id);
    }
    usleep(20000);
    printf("leaving\n");
    fflush(stdout);
    return 6;
}
