// Structs by value: in registers of both classes, on the stack, returned in pairs, through sret and on the x87 stack.
//! smoke
//! levels: noopt O0 O3
#include <complex.h>
#include <stdio.h>

struct small { int a; float b; };
struct mixed { double d; long l; };
struct floats { float x, y, z; };
struct large { int values[20]; };
struct wide { long double v; };

static __attribute__((noinline)) struct small make_small(struct small s, int n) { return (struct small){s.a + n, s.b * 2}; }
static __attribute__((noinline)) struct mixed make_mixed(struct mixed m) { return (struct mixed){m.d + 1, m.l + 1}; }
static __attribute__((noinline)) struct floats make_floats(struct floats f) { return (struct floats){f.z, f.x, f.y}; }
static __attribute__((noinline)) struct large make_large(struct large l, int n) {
    l.values[n] += 1000;
    return l;
}
static __attribute__((noinline)) struct wide make_wide(struct wide w) { return (struct wide){w.v / 3}; }
static __attribute__((noinline)) long double complex turn(long double complex z) { return z * 1.0iL; }

int main(void) {
    struct small s = make_small((struct small){1, 2.5f}, 41);
    struct mixed m = make_mixed((struct mixed){1.5, 99});
    struct floats f = make_floats((struct floats){1, 2, 3});
    struct large l = {{0}}, copy;
    for (int i = 0; i < 20; i++)
        l.values[i] = i;
    copy = make_large(l, 7);
    struct wide w = make_wide((struct wide){1});
    long double complex z = turn(1 + 2.0iL);
    printf("%d %g %g %ld %g %g %g\n", s.a, s.b, m.d, m.l, f.x, f.y, f.z);
    printf("%d %d %d %.10Lf\n", copy.values[7], l.values[7], copy.values[19], w.v);
    printf("%.1Lf %.1Lf\n", creall(z), cimagl(z));
    return 0;
}
