// -fcf-protection=full: endbr64 at every entry, notrack jumps, module flags that must be carried or ignored alike.
//! levels: noopt O3
//! cflags: -fcf-protection=full
#include <stdio.h>

static int plus(int a) { return a + 1; }
static int minus(int a) { return a - 1; }
static int (*volatile table[])(int) = {plus, minus};

static int jump(int n) {
    static void *labels[] = {&&a, &&b};
    goto *labels[n];
a:
    return table[0](10);
b:
    return table[1](10);
}

int main(void) {
    printf("%d %d\n", jump(0), jump(1));
    return 0;
}
