// vfork: the child borrows its parent's memory, and may enter a function for the first time there.
//! levels: noopt O0
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static __attribute__((noinline)) int prepare(int fd) { return dup2(fd, 7) == 7; }
static __attribute__((noinline)) int after(int x) { return x + 1; }

int main(void) {
    int status;
    for (int i = 0; i < 3; i++) {
        fflush(stdout);
        pid_t child = vfork();
        if (child == 0) {
            if (prepare(1))
                execlp("sh", "sh", "-c", "echo from child >&7; exit 5", (char *)NULL);
            _exit(100);
        }
        waitpid(child, &status, 0);
        printf("%d\n", WEXITSTATUS(status));
    }
    printf("%d\n", after(1));
    return 0;
}
