// libc calls back into functions that are replaced meanwhile, also from inside of a callback.
#include <stdio.h>
#include <stdlib.h>

static long compared;

static int inner(const void *a, const void *b) {
    short x = *(const short *)a, y = *(const short *)b;
    return (x > y) - (x < y);
}

static int outer(const void *a, const void *b) {
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    short digits[2][4];
    for (int i = 0; i < 4; i++) {
        digits[0][i] = x >> (8 * i) & 255;
        digits[1][i] = y >> (8 * i) & 255;
    }
    if (++compared % 64 == 0) {
        qsort(digits[0], 4, sizeof(short), inner);
        qsort(digits[1], 4, sizeof(short), inner);
        for (int i = 1; i < 4; i++)
            if (digits[0][i - 1] > digits[0][i] || digits[1][i - 1] > digits[1][i])
                abort();
    }
    return (x > y) - (x < y);
}

int main(void) {
    static unsigned numbers[5000];
    unsigned seed = 1, wrong = 0;
    for (int round = 0; round < 6; round++) {
        for (int i = 0; i < 5000; i++)
            numbers[i] = seed = seed * 1664525 + 1013904223;
        qsort(numbers, 5000, sizeof *numbers, outer);
        for (int i = 1; i < 5000; i++)
            wrong += numbers[i - 1] > numbers[i];
        for (int i = 0; i < 5000; i += 7)
            wrong += bsearch(&numbers[i], numbers, 5000, sizeof *numbers, outer) == NULL;
    }
    printf("%u %u %ld\n", wrong, numbers[2500], compared > 100000);
    return 0;
}
