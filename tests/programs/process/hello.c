// The smallest whole program, in every level.
//! smoke
//! levels: noopt O0 O3 g
#include <stdio.h>

int main(void) {
    printf("hello, %s\n", "world");
    return 0;
}
