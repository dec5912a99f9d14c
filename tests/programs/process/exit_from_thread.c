// exit() called by a second thread while main is blocked ends the process with its status.
//! status: 21
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void handler(void) { puts("handler"); }
static void *thread(void *arg) {
    (void)arg;
    puts("thread");
    exit(21);
}

int main(void) {
    pthread_t id;
    atexit(handler);
    pthread_create(&id, NULL, thread, NULL);
    for (;;)
        pause();
}
