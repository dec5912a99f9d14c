// main runs on the process's main thread, with that thread's deep stack.
//! levels: O0
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static int deep(int n) {
    volatile char frame[1024];
    frame[0] = (char)n;
    return n ? deep(n - 1) + (frame[0] == (char)n) : 0;
}

int main(void) {
    printf("%d %d\n", syscall(SYS_gettid) == getpid(), deep(6000));
    return 0;
}
