/* Primes, by the sieve of Eratosthenes. */
#include <stdio.h>
#include <string.h>
enum { N = 1 << 20 };
static char composite[N];
int main(void) {
    long primes = 0;
    for (int n = 0; n < 520; n++) {
        memset(composite, 0, N);
        for (int i = 2; i < N; i++) {
            if (composite[i]) continue;
            primes++;
            for (long j = (long)i * i; j < N; j += i) composite[j] = 1;
        }
    }
    printf("%ld\n", primes);
    return 0;
}
