/* The spectral norm of an infinite matrix (after the Computer Language Benchmarks Game). */
#include <math.h>
enum { N = 240 };
static double u[N], v[N], w[N];
static double a(int i, int j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }
static void times(const double *x, double *y) {
    for (int i = 0; i < N; i++) {
        double s = 0;
        for (int j = 0; j < N; j++) s += a(i, j) * x[j];
        y[i] = s;
    }
}
static void transposed(const double *x, double *y) {
    for (int i = 0; i < N; i++) {
        double s = 0;
        for (int j = 0; j < N; j++) s += a(j, i) * x[j];
        y[i] = s;
    }
}
long kernel(long scale) {
    double vbv = 0, vv = 0;
    for (int i = 0; i < N; i++) u[i] = 1;
    for (long k = 0; k < scale; k++) {
        times(u, w), transposed(w, v);
        times(v, w), transposed(w, u);
    }
    for (int i = 0; i < N; i++) vbv += u[i] * v[i], vv += v[i] * v[i];
    return (long)(sqrt(vbv / vv) * 1e9);
}
