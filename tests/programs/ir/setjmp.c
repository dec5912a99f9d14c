// setjmp returns twice and longjmp drops frames whose functions were entered for the first time.
//! levels: noopt O0 O3
#include <setjmp.h>
#include <stdio.h>

static jmp_buf env;

static __attribute__((noinline)) void deep(int n) {
    if (n == 0)
        longjmp(env, 42);
    deep(n - 1);
}

static __attribute__((noinline)) int nested(void) {
    jmp_buf inner;
    volatile int before = 5;
    int v = setjmp(inner);
    if (v == 0) {
        before = 6;
        longjmp(inner, 3);
    }
    return v * 10 + before;
}

int main(void) {
    volatile int tries = 0;
    int v = setjmp(env);
    tries++;
    printf("%d %d\n", v, tries);
    if (tries < 4)
        deep(tries * 10);
    printf("%d\n", nested());
    return 0;
}
