// SIGINT without a handler ends the program by that signal: no KeyboardInterrupt, no traceback.
//! status: -2
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    puts("before");
    fflush(stdout);
    kill(getpid(), SIGINT);
    for (;;)
        pause();
}
