// Equal static names in two modules are different objects: each module is its own scope.
//! smoke
//! levels: noopt O0
#include <stdio.h>

static int state = 1;
static int helper(void) { return state++; }
int part_call(void);

int main(void) {
    printf("%d %d %d %d\n", helper(), part_call(), helper(), part_call());
    static const char text[] = "text of main";
    extern const char *part_text(void);
    printf("%s, %s\n", text, part_text());
    return 0;
}
