// alwaysinline helpers with their own allocas are inlined even at the lowest tier; their body may exist nowhere else.
//! levels: O0 noopt
#include <stdio.h>
#include <string.h>

static inline __attribute__((always_inline)) int sum_of(int n) {
    int values[8];
    memset(values, 0, sizeof values);
    for (int i = 0; i < 8; i++)
        values[i] = n * i;
    return values[3] + values[7];
}

static inline __attribute__((always_inline)) void *frame(void) { return __builtin_frame_address(0); }
inline __attribute__((always_inline, gnu_inline)) extern int no_body_elsewhere(int x) { return x + sum_of(x); }

int main(void) {
    int total = 0;
    for (int i = 0; i < 5; i++)
        total += sum_of(i) + no_body_elsewhere(i);
    printf("%d %d\n", total, frame() == __builtin_frame_address(0));
    return 0;
}
