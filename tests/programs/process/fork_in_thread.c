// fork from a thread that is not main: the child's only thread is that one.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static __attribute__((noinline)) int in_child(int x) { return x + 1; }
static void in_exit(void) { puts("handler in child"); }

static void *thread(void *arg) {
    int status;
    fflush(stdout);
    if (fork() == 0) {
        atexit(in_exit);
        exit(in_child(40));
    }
    wait(&status);
    *(int *)arg = WEXITSTATUS(status);
    return NULL;
}

int main(void) {
    pthread_t id;
    int result;
    pthread_create(&id, NULL, thread, &result);
    pthread_join(id, NULL);
    printf("%d\n", result);
    return 0;
}
