/* The longest chain of the 3n + 1 problem. */
#include <stdio.h>
int main(void) {
    long most = 0, best = 0;
    for (long start = 1; start < 10000000; start++) {
        long steps = 0;
        for (unsigned long n = start; n != 1; steps++) n = n & 1 ? 3 * n + 1 : n / 2;
        if (steps > most) most = steps, best = start;
    }
    printf("%ld %ld\n", best, most);
    return 0;
}
