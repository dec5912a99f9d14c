/* A product of square matrices of doubles, repeated. */
#include <stdio.h>
enum { N = 400 };
static double a[N][N], b[N][N], c[N][N];
int main(void) {
    double sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) a[i][j] = i + j, b[i][j] = i - j;
    for (int n = 0; n < 146; n++) {
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++) c[i][j] = n;
        for (int i = 0; i < N; i++)
            for (int k = 0; k < N; k++)
                for (int j = 0; j < N; j++) c[i][j] += a[i][k] * b[k][j];
        sum += c[n][N / 2];
    }
    printf("%.1f\n", sum);
    return 0;
}
