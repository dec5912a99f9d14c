// Recursion and mutual recursion: activations of the old and of the new body stand on one stack, and return to each other.
#include <stdio.h>

static __attribute__((noinline)) long odd(long n, long depth);
static __attribute__((noinline)) long even(long n, long depth) { return n ? odd(n - 1, depth + 1) + 1 : depth; }
static __attribute__((noinline)) long odd(long n, long depth) { return n ? even(n - 1, depth + 1) + 3 : -depth; }
static __attribute__((noinline)) long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static __attribute__((noinline)) long ackermann(long m, long n) {
    return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

int main(void) {
    long sum = 0;
    for (long n = 0; n < 300; n++)
        sum += even(n, 0) ^ odd(n, 7);
    printf("%ld %ld %ld\n", sum, fib(24), ackermann(2, 60));
    return 0;
}
