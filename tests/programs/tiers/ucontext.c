// Suspended coroutines, their stacks on the heap, return into bodies that were replaced while they slept.
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

enum { COUNT = 5, STACK = 256 << 10 };
static ucontext_t home, contexts[COUNT];
static long inbox, outbox;

static __attribute__((noinline)) long transform(long x, int who) { return x * 31 + who; }

static __attribute__((noinline)) long sleeps(int who, int depth, long x) {
    if (depth)
        return sleeps(who, depth - 1, transform(x, who)) + 1;
    outbox = x;
    swapcontext(&contexts[who], &home);
    return transform(inbox, who);
}

static void body(int who) {
    long x = who;
    for (;;)
        x = sleeps(who, 6, x);
}

static __attribute__((noinline)) long resume(int who, long message) {
    inbox = message;
    swapcontext(&home, &contexts[who]);
    return outbox;
}

int main(void) {
    unsigned long sum = 0;
    for (int i = 0; i < COUNT; i++) {
        getcontext(&contexts[i]);
        contexts[i].uc_stack.ss_sp = malloc(STACK);
        contexts[i].uc_stack.ss_size = STACK;
        contexts[i].uc_link = &home;
        makecontext(&contexts[i], (void (*)(void))body, 1, i);
        resume(i, 0);
    }
    for (int round = 0; round < 2000; round++) {
        for (int i = 1; i < COUNT; i++) // number 0 sleeps nearly all the time
            sum = sum * 7 + resume(i, round);
        if (round % 700 == 699)
            sum = sum * 7 + resume(0, round);
    }
    printf("%lu\n", sum);
    return 0;
}
