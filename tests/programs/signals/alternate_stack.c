// The handler of a stack overflow is entered for the first time on a small alternate stack, and leaves it by siglongjmp.
//! hot: none
// (How deep the stack goes differs between the levels.)
//! levels: O0
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static sigjmp_buf env;
static char *low, *high;
static int volatile on_alternate, stop;

static __attribute__((noinline)) int inside(char *p) { return p >= low && p < high; }
static void handler(int number) {
    char here;
    on_alternate = inside(&here);
    siglongjmp(env, number);
}
static int endless(int n) {
    volatile char kept[64]; // or a hot function's -O3 body would be a loop, which has no end
    kept[n & 63] = (char)n;
    return stop ? n : endless(n + 1) + kept[n & 63];
}

int main(void) {
    size_t size = 16384;
    stack_t stack = {.ss_sp = low = malloc(size), .ss_size = size};
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};
    high = low + size;
    sigaltstack(&stack, NULL);
    sigaction(SIGSEGV, &action, NULL);
    for (int i = 0; i < 2; i++) {
        int number = sigsetjmp(env, 1);
        if (number == 0)
            endless(0);
        printf("%d %d\n", number == SIGSEGV, on_alternate);
    }
    return 0;
}
