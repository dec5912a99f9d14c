// The program's own definition of a name that libc has too is the one its calls reach.
//! levels: noopt
//! cflags: -fno-builtin -Wno-everything
#include <stdio.h>

long random(void) { return 4; }
char *index(const char *s, int c) {
    (void)c;
    return (char *)s + 1;
}
int error = 12;
static int getline_(int n) { return n; }
int time(int x) { return getline_(x) + 1; }

int main(void) {
    printf("%ld %s %d %d\n", random(), index("abc", 'c'), error, time(1));
    return 0;
}
