// 16-byte atomics are inline only where the cx16 feature stays on: dropping it calls a library that is not there.
//! levels: noopt O0
//! cflags: -mcx16
#include <stdio.h>

static _Alignas(16) unsigned __int128 cell = 5;

static __attribute__((noinline)) int swap(unsigned __int128 from, unsigned __int128 to) {
    return __sync_bool_compare_and_swap(&cell, from, to);
}

int main(void) {
    int counter = 0;
    printf("%d ", swap(5, (unsigned __int128)7 << 64));
    printf("%d ", swap(5, 6));
    printf("%llu\n", (unsigned long long)(cell >> 64));
    __atomic_fetch_add(&counter, 3, __ATOMIC_SEQ_CST);
    printf("%d %d\n", __atomic_exchange_n(&counter, 9, __ATOMIC_ACQ_REL), counter);
    return 0;
}
