/* Points of the Mandelbrot set, a row at a time. */
static int row(double y, int width, int limit) {
    int inside = 0;
    for (int i = 0; i < width; i++) {
        double cx = 3.0 * i / width - 2.0, x = 0, z = 0;
        int n = 0;
        while (n < limit && x * x + z * z < 4) {
            double next = x * x - z * z + cx;
            z = 2 * x * z + y;
            x = next;
            n++;
        }
        inside += n == limit;
    }
    return inside;
}
long kernel(long scale) {
    long inside = 0;
    for (long k = 0; k < scale; k++)
        for (int i = 0; i < 64; i++) inside += row(2.0 * i / 64 - 1.0, 96, 100);
    return inside;
}
