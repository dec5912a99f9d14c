/* The orbits of the giant planets (after the Computer Language Benchmarks Game). */
#include <math.h>
#include <stdio.h>
struct body { double x, y, z, vx, vy, vz, mass; };
static struct body b[5] = {
    {0, 0, 0, 0, 0, 0, 39.47841760435743},
    {4.841, -1.160, -0.103, 0.606, 2.812, -0.025, 0.0376},
    {8.343, 4.124, -0.403, -1.010, 1.825, 0.008, 0.0113},
    {12.894, -15.111, -0.223, 1.082, 0.868, -0.010, 0.0017},
    {15.379, -25.919, 0.179, 0.979, 0.594, -0.034, 0.0020},
};
int main(void) {
    for (int step = 0; step < 41000000; step++) {
        for (int i = 0; i < 5; i++)
            for (int j = i + 1; j < 5; j++) {
                double dx = b[i].x - b[j].x, dy = b[i].y - b[j].y, dz = b[i].z - b[j].z;
                double square = dx * dx + dy * dy + dz * dz, force = 0.001 / (square * sqrt(square));
                b[i].vx -= dx * b[j].mass * force, b[j].vx += dx * b[i].mass * force;
                b[i].vy -= dy * b[j].mass * force, b[j].vy += dy * b[i].mass * force;
                b[i].vz -= dz * b[j].mass * force, b[j].vz += dz * b[i].mass * force;
            }
        for (int i = 0; i < 5; i++) {
            b[i].x += 0.001 * b[i].vx;
            b[i].y += 0.001 * b[i].vy;
            b[i].z += 0.001 * b[i].vz;
        }
    }
    printf("%.6f %.6f\n", b[0].x, b[4].y);
    return 0;
}
