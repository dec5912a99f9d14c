// Floating-point kernels whose every bit is printed: contraction, reductions, libm, conversions, signed zeros and NaNs.
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define KERNEL static __attribute__((noinline))
enum { N = 193 };

static double a[N], b[N], c[N];
static float s[N], t[N];

static unsigned long bits(double x) {
    unsigned long u;
    memcpy(&u, &x, sizeof u);
    return u;
}

KERNEL void fill(unsigned seed) {
    for (int i = 0; i < N; i++) {
        seed = seed * 1664525 + 1013904223;
        a[i] = (int)seed * 1e-7;
        b[i] = 1.0 / (1 + (seed >> 9));
        s[i] = (float)a[i] / 3;
        t[i] = (float)(seed & 1023) - 500;
    }
}
KERNEL double dot(void) {
    double x = 0;
    for (int i = 0; i < N; i++)
        x += a[i] * b[i];
    return x;
}
KERNEL float dotf(void) {
    float x = 0;
    for (int i = 0; i < N; i++)
        x += s[i] * t[i];
    return x;
}
KERNEL void axpy(double k) {
    for (int i = 0; i < N; i++)
        c[i] = k * a[i] + b[i] * c[i] - a[i] * b[i];
}
KERNEL double horner(double x) {
    double y = 1;
    for (int i = 0; i < 20; i++)
        y = y * x + b[i];
    return y;
}
KERNEL double complex_steps(double re, double im) {
    double x = 0, y = 0;
    for (int i = 0; i < 50 && x * x + y * y < 4; i++) {
        double z = x * x - y * y + re;
        y = 2 * x * y + im;
        x = z;
    }
    return x + y * 3;
}
KERNEL double libm(double x) {
    return sin(x) + cos(x) * exp(-fabs(x)) + log1p(fabs(x)) + pow(fabs(x) + 1, 0.3) + fmod(x, 0.7) + floor(x) + rint(x);
}
KERNEL double conversions(double x) {
    return (float)x + (double)(long)(x * 1e6) + (unsigned)(fabs(x) * 100) + (signed char)(int)x + (float)(unsigned long)fabs(x);
}
KERNEL double edges(double x, double y) {
    double lowest = x < y ? x : y, sum = 0;
    sum += copysign(1, -x * 0) + copysign(1, x * 0) + (x != x) + isinf(x / (y - y)) + fmin(x, y) * fmax(x, y);
    return sum + lowest / 3 + sqrt(fabs(y)) + x * DBL_MIN / 3 / DBL_MIN;
}
KERNEL long double extended(double x) {
    long double y = x;
    for (int i = 0; i < 10; i++)
        y = y * 1.25L + x / 3;
    return y;
}
KERNEL double divisions(double x) {
    double y = x;
    for (int i = 1; i < 40; i++)
        y = (y + i) / (x * x + i) + y / 7 + y * (1.0 / 3);
    return y;
}

int main(void) {
    for (unsigned round = 1; round <= 300; round++) {
        fill(round);
        axpy(round / 7.0);
        double x = a[round % N], y = b[round * 7 % N];
        long double e = extended(x);
        unsigned long parts[2] = {0, 0};
        memcpy(parts, &e, 10);
        float f = dotf();
        unsigned g;
        memcpy(&g, &f, sizeof g);
        printf("%016lx %08x %016lx %016lx %016lx %016lx %016lx %016lx %016lx%04lx %016lx\n", bits(dot()), g,
               bits(c[round * 3 % N]), bits(horner(y)), bits(complex_steps(fmod(x, 0.5), fmod(x, 0.3))), bits(libm(x)),
               bits(conversions(x)), bits(edges(x, y)), parts[0], parts[1] & 0xFFFF, bits(divisions(x)));
    }
    return 0;
}
