// An ifunc's resolver must run before the first use, and its address is one everywhere.
//! levels: noopt O0
#include <stdio.h>

static int resolved;
static int impl_plain(int x) { return x + 1; }
static int impl_fast(int x) { return x + 2; }

static int (*resolve_bump(void))(int) {
    resolved++;
    __builtin_cpu_init();
    return __builtin_cpu_supports("sse2") ? impl_fast : impl_plain;
}

int bump(int x) __attribute__((ifunc("resolve_bump")));
static int (*const in_data)(int) = bump;

static int apply(int (*f)(int), int x) { return f(x); }

int main(void) {
    printf("%d %d %d\n", bump(1), apply(bump, 10), in_data(20));
    printf("%d %d\n", in_data == bump, resolved >= 1);
    return 0;
}
