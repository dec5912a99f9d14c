// pthread_exit in main with no other thread of the program ends the process with 0, handlers run.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void handler(void) { puts("handler"); }

int main(void) {
    atexit(handler);
    puts("main");
    pthread_exit(NULL);
}
