// What a child links must not show in its parent: both compile a different function next, then call all again.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define N __attribute__((noinline))
static N int one(void) { return 1; }
static N int in_child(void) { return 99; }
static N int in_parent(void) { return 2; }
static N int later(void) { return 3; }
static int data = 5;

static void signal_to(int fd) { (void)!write(fd, "x", 1); }
static void wait_for(int fd) {
    char c;
    (void)!read(fd, &c, 1);
}

int main(void) {
    int up[2], down[2], status;
    if (pipe(up) || pipe(down))
        return 1;
    printf("%d\n", one());
    fflush(stdout);
    if (fork() == 0) {
        int a = in_child();
        data = 50;
        signal_to(up[1]);
        wait_for(down[0]);
        _exit(a == 99 && in_child() == 99 && one() == 1 && later() == 3 && data == 50 ? 0 : 1);
    }
    wait_for(up[0]);
    int b = in_parent();
    signal_to(down[1]);
    wait(&status);
    printf("%d %d %d %d %d %d\n", b, in_parent(), in_child(), one(), data, status);
    return 0;
}
