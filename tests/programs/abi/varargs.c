// A varargs call tells in al how many vector registers it uses; the first call must keep al and all eight of them.
//! smoke
//! levels: noopt O0 O3
#include <stdarg.h>
#include <stdio.h>

static __attribute__((noinline)) double sum(int n, ...) {
    va_list list, copy;
    double total = 0;
    va_start(list, n);
    va_copy(copy, list);
    for (int i = 0; i < n; i++)
        total += va_arg(list, double);
    va_end(list);
    total += va_arg(copy, double) * 1000;
    va_end(copy);
    return total;
}

static __attribute__((noinline)) void mixed(const char *format, ...) {
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
}

static __attribute__((noinline)) int integers(int n, ...) {
    va_list list;
    int total = 0;
    va_start(list, n);
    while (n--)
        total = total * 3 + va_arg(list, int);
    va_end(list);
    return total;
}

int main(void) {
    printf("%.2f\n", sum(11, 1.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.25));
    mixed("%d %g %s %Lg %c %g %ld\n", 1, 2.5, "three", 4.75L, '5', 6.5, 7L);
    printf("%d\n", integers(9, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    return 0;
}
