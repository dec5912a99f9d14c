/* Flips of permutations (after the Computer Language Benchmarks Game). */
#include <stdio.h>
enum { N = 10 };
int main(void) {
    int perm[16], p[16], c[16], most = 0, i = 0;
    long sum = 0;
    for (int round = 0; round < 8; round++, i = 0) {
        for (int k = 0; k < N; k++) perm[k] = k, c[k] = 0;
        while (i < N) {
            if (c[i] >= i) {
                c[i++] = 0;
                continue;
            }
            int k = i & 1 ? c[i] : 0, t = perm[k], flips = 0, first;
            perm[k] = perm[i];
            perm[i] = t;
            for (int n = 0; n < N; n++) p[n] = perm[n];
            while ((first = p[0])) {
                for (int l = 0, r = first; l < r; l++, r--) t = p[l], p[l] = p[r], p[r] = t;
                flips++;
            }
            if (flips > most) most = flips;
            sum += flips;
            c[i]++;
            i = 0;
        }
    }
    printf("%d %ld\n", most, sum);
    return 0;
}
