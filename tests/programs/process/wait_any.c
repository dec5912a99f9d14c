// wait() for any child finds the program's own children only: no worker may be one.
#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static __attribute__((noinline)) int new_function(int x) { return x + 3; }

int main(void) {
    int status;
    printf("%d %d\n", (int)wait(&status), errno == ECHILD);
    printf("%d\n", (int)waitpid(-1, &status, WNOHANG));
    fflush(stdout);
    pid_t child = fork();
    if (child == 0)
        _exit(new_function(6));
    int right = wait(&status) == child;
    printf("%d %d\n", right, WEXITSTATUS(status));
    printf("%d %d\n", (int)wait(NULL), errno == ECHILD);
    printf("%d\n", new_function(1));
    siginfo_t info;
    printf("%d %d\n", waitid(P_ALL, 0, &info, WEXITED | WNOHANG), errno == ECHILD);
    return 0;
}
