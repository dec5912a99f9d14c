// One long activation is found hot by its loop, and goes on in the body it has; the next call is the better one.
#include <stdio.h>

static __attribute__((noinline)) unsigned long collatz(unsigned long n) {
    unsigned long steps = 0;
    for (; n != 1; steps++)
        n = n & 1 ? 3 * n + 1 : n / 2;
    return steps;
}

static __attribute__((noinline)) unsigned long all(unsigned long last) {
    unsigned long sum = 0;
    for (unsigned long n = 1; n < last; n++)
        sum += collatz(n);
    return sum;
}

int main(void) {
    printf("%lu\n", all(30000));
    printf("%lu\n", all(3000));
    return 0;
}
