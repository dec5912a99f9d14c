/* The norm of an infinite matrix (after the Computer Language Benchmarks Game). */
#include <math.h>
#include <stdio.h>
enum { N = 5500 };
static double u[N], v[N], t[N];
int main(void) {
    for (int i = 0; i < N; i++) u[i] = 1;
    for (int step = 0; step < 20; step++) {
        const double *from = step & 1 ? v : u;
        double *to = step & 1 ? u : v;
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int j = 0; j < N; j++) sum += from[j] / ((i + j) * (i + j + 1) / 2 + i + 1);
            t[i] = sum;
        }
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int j = 0; j < N; j++) sum += t[j] / ((j + i) * (j + i + 1) / 2 + j + 1);
            to[i] = sum;
        }
    }
    double above = 0, below = 0;
    for (int i = 0; i < N; i++) above += u[i] * v[i], below += v[i] * v[i];
    printf("%.9f\n", sqrt(above / below));
    return 0;
}
