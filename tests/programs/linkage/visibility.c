// Hidden and protected symbols of one module are reachable from the other: one program, as in a static link.
//! levels: noopt
#include <stdio.h>

__attribute__((visibility("hidden"))) int hidden_value = 4;
__attribute__((visibility("protected"))) int guarded(int x) { return x + hidden_value; }
extern __attribute__((visibility("hidden"))) int part_hidden(int);

int main(void) {
    printf("%d\n", part_hidden(2));
    return 0;
}
