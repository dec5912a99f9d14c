// All the time goes into one call of main.
#include <stdio.h>
int main(void) {
    unsigned x = 1;
    for (unsigned i = 0; i < 300000000; i++) x = x * 1664525u + 1013904223u + (x >> 7) + i;
    printf("%u\n", x);
    return 0;
}
