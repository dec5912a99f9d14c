// longjmp out of functions that are replaced, to one that has been replaced since it called setjmp.
#include <setjmp.h>
#include <stdio.h>

static jmp_buf *target;
static volatile long work;

static __attribute__((noinline)) void dig(int depth, int value) {
    if (depth == 0)
        longjmp(*target, value);
    dig(depth - 1, value);
    work++;
}

static __attribute__((noinline)) long once(int depth, int value) {
    jmp_buf here, *before = target;
    volatile long kept = 1000 * depth + value;
    target = &here;
    int came = setjmp(here);
    if (came == 0)
        dig(depth, value);
    target = before;
    return kept - 1000 * depth - came;
}

// Stays in one activation while all it calls, and it itself, are replaced.
static __attribute__((noinline)) long stays(int again) {
    jmp_buf here;
    volatile int turns = 0;
    volatile long sum = 0;
    target = &here;
    int came = setjmp(here);
    sum += came;
    if (turns++ < again) {
        if (again > 1)
            sum += stays(1);
        target = &here;
        dig(turns % 5, turns);
    }
    return sum + work;
}

int main(void) {
    long wrong = 0;
    for (int i = 1; i < 3000; i++)
        wrong += once(i % 7, i);
    printf("%ld %ld\n", wrong, stays(500));
    return 0;
}
