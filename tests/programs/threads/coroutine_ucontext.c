// makecontext coroutines on small heap stacks enter new functions and are resumed from other frames.
#include "../many.h"
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

TEN(DEFINE, 1)
static int (*const table[])(int) = {TEN(NAME, 1)};
static ucontext_t main_context, coroutine;
static int value;

static void body(int start) {
    for (int i = start; i < 10; i++) {
        value = table[i](i);
        swapcontext(&coroutine, &main_context);
    }
    value = -1;
}

int main(void) {
    char *stack = malloc(32768);
    getcontext(&coroutine);
    coroutine.uc_stack.ss_sp = stack;
    coroutine.uc_stack.ss_size = 32768;
    coroutine.uc_link = &main_context;
    makecontext(&coroutine, (void (*)(void))body, 1, 0);
    do {
        swapcontext(&main_context, &coroutine);
        printf("%d ", value);
    } while (value >= 0);
    puts("");
    free(stack);
    return 0;
}
