/* Products of square matrices of doubles. */
enum { N = 160 };
static double a[N][N], b[N][N], c[N][N];
static void multiply(void) {
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) c[i][j] = 0;
    for (int i = 0; i < N; i++)
        for (int k = 0; k < N; k++)
            for (int j = 0; j < N; j++) c[i][j] += a[i][k] * b[k][j];
}
long kernel(long scale) {
    double sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) a[i][j] = i + j, b[i][j] = i - j;
    for (long n = 0; n < scale; n++) {
        multiply();
        sum += c[n % N][N / 2];
    }
    return (long)sum;
}
