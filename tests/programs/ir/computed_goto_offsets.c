// A table of label differences is data whose initialiser subtracts two block addresses.
//! levels: noopt O3
#include <stdio.h>

static int step(int op, int x) {
    static const int offsets[] = {&&inc - &&inc, &&neg - &&inc, &&sqr - &&inc};
    goto *(&&inc + offsets[op]);
inc:
    return x + 1;
neg:
    return -x;
sqr:
    return x * x;
}

int main(void) {
    printf("%d %d %d\n", step(0, 9), step(1, 9), step(2, 9));
    return 0;
}
