// A handler on an alternate stack of the smallest size enters new functions.
#define _GNU_SOURCE
#include "../many.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

TEN(DEFINE, 1)
static int (*table[])(int) = {TEN(NAME, 1)};
static int (*volatile next)(int);
static volatile int result;
static void handler(int number) { result += next(number); }

int main(void) {
    long size = sysconf(_SC_SIGSTKSZ);
    stack_t stack = {.ss_sp = malloc((size_t)size), .ss_size = (size_t)size};
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};
    sigaltstack(&stack, NULL);
    sigaction(SIGUSR1, &action, NULL);
    for (int i = 0; i < 10; i++) {
        next = table[i];
        raise(SIGUSR1);
    }
    printf("%d\n", result);
    return 0;
}
