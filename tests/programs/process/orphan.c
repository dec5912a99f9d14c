// The parent ends first: workers and server must serve, or be replaced for, the child that lives on.
#include "../many.h"
#include <stdio.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};

int main(void) {
    int ends[2], x = 1;
    char c;
    if (pipe(ends))
        return 1;
    if (fork() != 0)
        return table[99](1) & 0;
    close(ends[1]);
    (void)!read(ends[0], &c, 1); // until the parent is gone
    for (int i = 0; i < 100; i++)
        x = table[i](x & 0xff);
    printf("%d\n", x);
    return 0;
}
