// A weak undefined function or variable is null, not an unresolved symbol.
//! smoke
//! levels: noopt O0
#include <stdio.h>

extern int nobody_defines_this(int) __attribute__((weak));
extern int nor_this_data __attribute__((weak));
extern int puts(const char *) __attribute__((weak));
static int (*const in_data)(int) = nobody_defines_this;

int main(void) {
    printf("%d %d\n", nobody_defines_this == NULL, &nor_this_data == NULL);
    printf("%d\n", in_data == NULL);
    if (nobody_defines_this)
        nobody_defines_this(1);
    if (puts)
        puts("puts is there");
    return 0;
}
