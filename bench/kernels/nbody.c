/* The orbits of the giant planets (after the Computer Language Benchmarks Game). */
#include <math.h>
struct body { double x, y, z, vx, vy, vz, mass; };
static struct body b[5] = {
    {0, 0, 0, 0, 0, 0, 39.47841760435743},
    {4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.606326392995832, 2.81198684491626, -0.02521836165988763, 0.03769367487038949},
    {8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -1.01077434617879, 1.82566237123041, 0.00841576137658415, 0.01128632613131950},
    {12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 1.08279100644154, 0.868713018169608, -0.0108326374013636, 0.00172372405705971},
    {15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.979090732243898, 0.594698998647676, -0.0347559555040781, 0.00203368686992463}};
static void advance(double dt) {
    for (int i = 0; i < 5; i++)
        for (int j = i + 1; j < 5; j++) {
            double dx = b[i].x - b[j].x, dy = b[i].y - b[j].y, dz = b[i].z - b[j].z;
            double d = dx * dx + dy * dy + dz * dz, m = dt / (d * sqrt(d));
            b[i].vx -= dx * b[j].mass * m, b[i].vy -= dy * b[j].mass * m, b[i].vz -= dz * b[j].mass * m;
            b[j].vx += dx * b[i].mass * m, b[j].vy += dy * b[i].mass * m, b[j].vz += dz * b[i].mass * m;
        }
    for (int i = 0; i < 5; i++) b[i].x += dt * b[i].vx, b[i].y += dt * b[i].vy, b[i].z += dt * b[i].vz;
}
static double energy(void) {
    double e = 0;
    for (int i = 0; i < 5; i++) {
        e += 0.5 * b[i].mass * (b[i].vx * b[i].vx + b[i].vy * b[i].vy + b[i].vz * b[i].vz);
        for (int j = i + 1; j < 5; j++) {
            double dx = b[i].x - b[j].x, dy = b[i].y - b[j].y, dz = b[i].z - b[j].z;
            e -= b[i].mass * b[j].mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return e;
}
long kernel(long scale) {
    for (long i = 0; i < scale * 2000; i++) advance(0.001);
    return energy() < 0;
}
