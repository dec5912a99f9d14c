// pthread_exit in main: the process goes on until its last thread ends, and exits with 0.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_t main_thread;
static __attribute__((noinline)) int later(int x) { return x + 1; }
static void handler(void) { puts("handler"); }
static void cleanup(void *arg) { printf("cleanup %s\n", (char *)arg); }
static void *thread(void *arg) {
    pthread_join(main_thread, NULL);
    printf("thread %d\n", later(1));
    return arg;
}

int main(void) {
    pthread_t id;
    main_thread = pthread_self();
    atexit(handler);
    pthread_create(&id, NULL, thread, NULL);
    pthread_detach(id);
    pthread_cleanup_push(cleanup, "of main");
    pthread_exit((void *)5);
    pthread_cleanup_pop(0);
    return 3;
}
