// fork while other threads are compiling: the child has one thread and none of their locks.
#include "../many.h"
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
HUNDRED(DEFINE, 2)
HUNDRED(DEFINE, 3)
static int (*const busy[])(int) = {HUNDRED(NAME, 1) HUNDRED(NAME, 2)};
static int (*const fresh[])(int) = {HUNDRED(NAME, 3)};

static void *compile_many(void *start) {
    for (int i = *(int *)start; i < 200; i += 2)
        busy[i](i);
    return NULL;
}

int main(void) {
    pthread_t threads[2];
    int starts[2] = {0, 1}, bad = 0, status;
    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, compile_many, &starts[i]);
    for (int i = 0; i < 20; i++) {
        pid_t child = fork();
        if (child == 0)
            _exit(fresh[i](1) != 3 + 300 + i || busy[150](1) != 3 + 250);
        waitpid(child, &status, 0);
        bad += status != 0;
    }
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    printf("%d\n", bad);
    return bad;
}
