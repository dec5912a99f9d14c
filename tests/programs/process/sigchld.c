// SIGCHLD arrives for the program's children and never for a worker; SIG_IGN on it must not break compiling.
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t arrived;
static void handler(int number) { arrived += number == SIGCHLD; }
static __attribute__((noinline)) int one(void) { return 1; }
static __attribute__((noinline)) int two(void) { return 2; }

int main(void) {
    signal(SIGCHLD, handler);
    int x = one();
    usleep(100000);
    printf("%d %d\n", x, (int)arrived);
    fflush(stdout);
    if (fork() == 0)
        _exit(0);
    wait(NULL);
    printf("%d\n", (int)arrived);
    signal(SIGCHLD, SIG_IGN);
    printf("%d\n", two());
    return 0;
}
