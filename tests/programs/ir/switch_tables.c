// Jump tables and relative lookup tables must travel with the function that uses them.
//! levels: noopt O3 O0
//! cflags: -fPIC
#include <stdio.h>

static __attribute__((noinline)) int dispatch(int op, int x) {
    switch (op) {
    case 0: return x + 1;
    case 1: return x * x;
    case 2: return x - 100;
    case 3: return printf("three\n");
    case 4: return x << 3;
    case 5: return x >> 1;
    case 6: return ~x;
    case 9: return x % 7;
    case 70: return 70;
    default: return -1;
    }
}

static __attribute__((noinline)) const char *day(unsigned n) {
    switch (n) {
    case 0: return "monday";
    case 1: return "tuesday";
    case 2: return "wednesday";
    case 3: return "thursday";
    case 4: return "friday";
    case 5: return "saturday";
    case 6: return "sunday";
    default: return "never";
    }
}

int main(void) {
    for (int op = -1; op < 11; op++)
        printf("%d %s\n", dispatch(op, 12), day((unsigned)op));
    return dispatch(70, 0) - 70;
}
