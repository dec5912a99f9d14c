/* A hash map with open addressing, built and asked. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
enum { SLOTS = 1 << 16, KEYS = 40000 };
static uint64_t keys[SLOTS], values[SLOTS];
int main(void) {
    uint64_t sum = 0;
    for (uint64_t n = 0; n < 3800; n++) {
        memset(keys, 0, sizeof keys);
        for (uint64_t k = 1; k <= KEYS; k++) {
            uint64_t key = k * 7919 + n, h = key * 0xff51afd7ed558ccdULL;
            uint64_t at = (h ^ h >> 29) & (SLOTS - 1);
            while (keys[at] && keys[at] != key) at = (at + 1) & (SLOTS - 1);
            keys[at] = key;
            values[at] = k;
            sum += at;
        }
    }
    printf("%llu %llu\n", (unsigned long long)sum, (unsigned long long)values[77]);
    return 0;
}
