// abort ends the process by SIGABRT, whatever crash handler is installed.
//! status: -6
//! stderr: any
#include <stdio.h>
#include <stdlib.h>

static void handler(void) { puts("never"); }

int main(void) {
    atexit(handler);
    puts("before");
    fflush(stdout);
    abort();
}
