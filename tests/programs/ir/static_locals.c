// A static local is one object although its function is compiled several times; equal names in two functions are two objects.
//! levels: noopt O0
#include <stdio.h>

static int *counter_a(void) {
    static int count = 10;
    count++;
    return &count;
}

static int *counter_b(void) {
    static int count;
    count += 2;
    return &count;
}

static const char *name(int i) {
    static char buffer[2][16];
    snprintf(buffer[i], sizeof buffer[i], "item%d", i);
    return buffer[i];
}

int main(void) {
    int *a = counter_a(), *b = counter_b();
    printf("%d %d\n", counter_a() == a, counter_b() == b);
    printf("%d %d %d\n", *a, *b, a != b);
    printf("%s %s\n", name(0), name(1));
    return 0;
}
