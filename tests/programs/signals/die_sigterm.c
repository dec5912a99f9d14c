// SIGTERM in a busy loop of JIT code ends the program.
//! status: -15
#include <signal.h>
#include <unistd.h>

static volatile int n;

int main(void) {
    if (fork() == 0) {
        usleep(50000);
        kill(getppid(), SIGTERM);
        _exit(0);
    }
    for (;;)
        n++;
}
