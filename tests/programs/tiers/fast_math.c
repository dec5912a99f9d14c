// A function whose fast-math flags let its value depend on the level gives one value from its first call to its last.
//! recompiled: not sum
#include <stdio.h>
#include <string.h>

static double values[257];

static __attribute__((noinline)) double sum(const double *v, int n) {
#pragma clang fp reassociate(on) reciprocal(on)
    double s = 0;
    for (int i = 0; i < n; i++)
        s += v[i] * v[i] / 3.0;
    return s;
}

static __attribute__((noinline)) int differs(double first) {
    double again = sum(values, 257);
    return memcmp(&first, &again, sizeof first) != 0;
}

int main(void) {
    for (int i = 0; i < 257; i++)
        values[i] = 1.0 / (i * i + 0.3);
    double first = sum(values, 257);
    int different = 0;
    for (int i = 0; i < 3000; i++)
        different += differs(first);
    printf("%.6f %d\n", first, different);
    return 0;
}
