// Aliases, weak aliases and weakrefs that cross modules.
//! levels: noopt O3
#include <stdio.h>

int implementation(int x) { return x + 5; }
int exported(int x) __attribute__((alias("implementation")));
int overridden(int x) __attribute__((weak, alias("implementation")));
static int borrowed(int) __attribute__((weakref("part_function")));
static int missing(int) __attribute__((weakref("no_such_function")));
int data = 8;
extern int data_alias __attribute__((alias("data")));
int part(int);

int main(void) {
    data_alias++;
    printf("%d %d %d %d\n", exported(1), overridden(1), borrowed(1), part(1));
    printf("%d %d\n", data, &missing == NULL);
    return 0;
}
