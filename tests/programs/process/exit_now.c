// _exit runs no handler and flushes nothing.
//! status: 7
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void handler(void) { puts("handler"); }

int main(void) {
    atexit(handler);
    printf("visible\n");
    fflush(stdout);
    printf("lost in the buffer");
    _exit(7);
}
