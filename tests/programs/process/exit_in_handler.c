// exit() inside an atexit handler goes on with the remaining handlers and the new status.
//! status: 9
#include <stdio.h>
#include <stdlib.h>

static void last(void) { puts("last"); }
static void leaves(void) {
    puts("leaves");
    exit(9);
}
static void early(void) { puts("early"); }

int main(void) {
    atexit(last);
    atexit(leaves);
    atexit(early);
    exit(1);
}
