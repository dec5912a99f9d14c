/* Points of the Mandelbrot set. */
#include <stdio.h>
int main(void) {
    long inside = 0;
    enum { SIZE = 2450, LIMIT = 400 };
    for (int j = 0; j < SIZE; j++)
        for (int i = 0; i < SIZE; i++) {
            double cx = 3.0 * i / SIZE - 2.0, cy = 2.0 * j / SIZE - 1.0, x = 0, y = 0;
            int n = 0;
            while (n < LIMIT && x * x + y * y < 4) {
                double next = x * x - y * y + cx;
                y = 2 * x * y + cy;
                x = next;
                n++;
            }
            inside += n == LIMIT;
        }
    printf("%ld\n", inside);
    return 0;
}
