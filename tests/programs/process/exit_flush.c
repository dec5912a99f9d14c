// exit() from a nested call flushes stdio, whose buffer is full of text without a newline.
//! smoke
//! status: 17
#include <stdio.h>
#include <stdlib.h>

static __attribute__((noinline)) void leave(int status) {
    fputs("no newline at the end", stdout);
    exit(status);
}

int main(void) {
    static char buffer[1 << 16];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    for (int i = 0; i < 1000; i++)
        printf("%d ", i);
    leave(17);
}
