// A handler that is replaced while signals arrive, in the middle of functions that are replaced.
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

static volatile sig_atomic_t ticks;
static volatile unsigned noise;

static __attribute__((noinline)) unsigned stir(unsigned x) { return x * 1103515245 + 12345; }
static void tick(int number) {
    (void)number;
    noise = stir(noise);
    ticks++;
}
static __attribute__((noinline)) unsigned step(unsigned x) { return stir(x) ^ x >> 3; }

int main(void) {
    struct itimerval often = {{0, 700}, {0, 700}}, never = {{0, 0}, {0, 0}};
    signal(SIGALRM, tick);
    unsigned x = 1;
    unsigned long steps = 0;
    setitimer(ITIMER_REAL, &often, 0);
    while (ticks < 60)
        for (int i = 0; i < 100; i++, steps++)
            x = step(x);
    setitimer(ITIMER_REAL, &never, 0);
    unsigned y = 1;
    for (unsigned long i = 0; i < steps; i++)
        y = step(y);
    printf("%d\n", x == y);
    return 0;
}
