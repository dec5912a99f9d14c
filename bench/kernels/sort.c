/* Quicksort with a comparison through a pointer, and libc's qsort. */
#include <stdint.h>
#include <stdlib.h>
enum { N = 4096 };
static int32_t data[N];
static int ascending(const void *a, const void *b) {
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}
static void quicksort(int32_t *a, long low, long high, int (*less)(const void *, const void *)) {
    while (low < high) {
        int32_t pivot = a[(low + high) / 2];
        long i = low, j = high;
        while (i <= j) {
            while (less(&a[i], &pivot) < 0) i++;
            while (less(&a[j], &pivot) > 0) j--;
            if (i <= j) {
                int32_t t = a[i];
                a[i++] = a[j];
                a[j--] = t;
            }
        }
        if (j - low < high - i) {
            quicksort(a, low, j, less);
            low = i;
        } else {
            quicksort(a, i, high, less);
            high = j;
        }
    }
}
static void fill(uint32_t seed) {
    for (int i = 0; i < N; i++) data[i] = (int32_t)(seed = seed * 1664525u + 1013904223u);
}
long kernel(long scale) {
    long sum = 0;
    for (long k = 0; k < scale; k++) {
        fill((uint32_t)k);
        quicksort(data, 0, N - 1, ascending);
        sum += data[N / 2];
        fill((uint32_t)k + 1);
        qsort(data, N, sizeof *data, ascending);
        sum += data[N / 3];
    }
    return sum;
}
