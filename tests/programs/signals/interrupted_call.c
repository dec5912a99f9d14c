// EINTR with a first-time handler and no SA_RESTART: the system call fails as in C.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile int count;
static void handler(int number) { count += number == SIGALRM; }

int main(void) {
    struct sigaction action;
    char c;
    int ends[2];
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(SIGALRM, &action, NULL);
    if (pipe(ends))
        return 1;
    alarm(1);
    ssize_t n = read(ends[0], &c, 1);
    printf("%zd %d %d\n", n, errno == EINTR, count);
    return 0;
}
