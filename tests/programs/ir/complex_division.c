// Complex multiplication and division call __muldc3, __divdc3, __divxc3: libgcc's names.
//! levels: noopt O0
//! load: libm.so.6
#include <complex.h>
#include <stdio.h>

static __attribute__((noinline)) double complex quotient(double complex a, double complex b) { return a / b; }
static __attribute__((noinline)) float complex product(float complex a, float complex b) { return a * b; }
static __attribute__((noinline)) long double complex wide(long double complex a, long double complex b) { return a / b; }

int main(void) {
    double complex q = quotient(3 + 4 * I, 1 - 2 * I);
    float complex p = product(1.5f + 2 * I, 3 - 1 * I);
    long double complex w = wide(1 + 1 * I, 2 - 3 * I);
    printf("%.4f %.4f\n", creal(q), cimag(q));
    printf("%.4f %.4f\n", crealf(p), cimagf(p));
    printf("%.6Lf %.6Lf %.4f\n", creall(w), cimagl(w), cabs(q));
    return 0;
}
