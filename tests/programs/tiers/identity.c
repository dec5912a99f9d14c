// A function's address is the same before, during and after its replacement, wherever it is taken, and leads to it.
#include <stdio.h>

typedef long (*function)(long);
static long twice(long x);
static const function table[] = {twice};
static function kept;
static int wrong;

static __attribute__((noinline)) function from_elsewhere(void) { return twice; }

static __attribute__((noinline)) long twice(long x) {
    wrong += twice != kept || table[0] != kept || from_elsewhere() != kept;
    return 2 * x;
}

static __attribute__((noinline)) long through(function f, long x) { return f(x); }

int main(void) {
    long sum = 0;
    kept = twice;
    for (long i = 0; i < 30000; i++)
        sum += twice(i) + table[i & 0](i) + through(kept, i) + through(twice, i) - 3 * from_elsewhere()(i);
    printf("%ld %d\n", sum, wrong);
    return 0;
}
