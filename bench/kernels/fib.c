/* Calls, and nothing else. */
static long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
long kernel(long scale) {
    long sum = 0;
    for (long k = 0; k < scale; k++) sum += fib(24 + (int)(k & 1));
    return sum;
}
