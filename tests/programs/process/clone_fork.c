// A process made by clone() passes by fork's hooks: what it compiles must be right, or refused with status 127.
//! hot: sync
// (A thread that links in the background may have Python's lock when clone() makes a process without that thread: its
// first callback then waits for ever. fork() goes another way.)
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static __attribute__((noinline)) int in_child(int x) { return x + 1; }
static __attribute__((noinline)) int in_parent(int x) { return x + 2; }
static int child_main(void *arg) { return in_child(*(int *)arg); }

int main(void) {
    static char stack[1 << 18] __attribute__((aligned(16)));
    int argument = 41, status;
    pid_t child = clone(child_main, stack + sizeof stack, SIGCHLD, &argument);
    waitpid(child, &status, 0);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    printf("%d %d\n", code == 42 || code == 127, in_parent(1));
    fflush(stdout);
    if (syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) == 0)
        _exit(in_child(5));
    wait(&status);
    code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    printf("%d\n", code == 6 || code == 127);
    return 0;
}
