// Three hundred functions, each compiled between two throws: unwind tables are added while others are in use.
//! levels: noopt
#include "../many.h"
#include <cstdio>

#define THROWER(n)                                                                                     \
    static NOINLINE int f##n(int x) {                                                                  \
        if (x & 1)                                                                                     \
            throw n + x;                                                                               \
        return n;                                                                                      \
    }
HUNDRED(THROWER, 1)
HUNDRED(THROWER, 2)
HUNDRED(THROWER, 3)
static int (*const table[])(int) = {HUNDRED(NAME, 1) HUNDRED(NAME, 2) HUNDRED(NAME, 3)};

int main() {
    int bad = 0;
    for (int round = 0; round < 3; round++)
        for (int i = 0; i < 300; i++)
            try {
                bad += table[i](i + round) != 100 + i;
            } catch (int n) {
                bad += n != 100 + i + i + round;
            }
    std::printf("%d\n", bad);
}
