/* Flips of permutations (after the Computer Language Benchmarks Game). */
static int flips(const int *given, int n) {
    int p[16], count = 0, first;
    for (int i = 0; i < n; i++) p[i] = given[i];
    while ((first = p[0])) {
        for (int i = 0, j = first; i < j; i++, j--) {
            int t = p[i];
            p[i] = p[j];
            p[j] = t;
        }
        count++;
    }
    return count;
}
static int fannkuch(int n) {
    int perm[16], c[16], most = 0, i = 0;
    for (int k = 0; k < n; k++) perm[k] = k, c[k] = 0;
    while (i < n) {
        if (c[i] < i) {
            int k = i & 1 ? c[i] : 0, t = perm[k], m;
            perm[k] = perm[i];
            perm[i] = t;
            m = flips(perm, n);
            if (m > most) most = m;
            c[i]++;
            i = 0;
        } else
            c[i++] = 0;
    }
    return most;
}
long kernel(long scale) {
    long sum = 0;
    for (long k = 0; k < scale; k++) sum += fannkuch(8);
    return sum;
}
