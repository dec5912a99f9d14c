// pthread_atfork handlers are entered for the first time inside fork, in both processes.
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static int trace;
static void prepare(void) { trace = trace * 10 + 1; }
static void prepare_again(void) { trace = trace * 10 + 2; }
static void in_parent(void) { trace = trace * 10 + 3; }
static void in_child(void) { trace = trace * 10 + 4; }

int main(void) {
    int status;
    pthread_atfork(prepare, in_parent, in_child);
    pthread_atfork(prepare_again, NULL, NULL);
    if (fork() == 0)
        _exit(trace == 214 ? 50 : trace);
    wait(&status);
    printf("%d %d\n", trace, WEXITSTATUS(status));
    return 0;
}
