// stdout and stderr keep their own buffering and order; closing stdout makes a later write fail.
//! status: 1
#include <stdio.h>

int main(void) {
    fprintf(stderr, "error text\n");
    printf("output text\n");
    if (fclose(stdout))
        return 2;
    return fprintf(stderr, "after close\n") == 12 ? 1 : 3;
}
