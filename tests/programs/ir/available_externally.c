// glibc's headers define atoi as available_externally: the body may be used, the symbol must be libc's.
//! levels: noopt O3
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    (void)argv;
    int (*volatile pointer)(const char *) = atoi;
    printf("%d %d %ld\n", atoi("42"), pointer("-17"), atol("123456789012") + argc - argc);
    printf("%d\n", (void *)pointer == dlsym(RTLD_DEFAULT, "atoi"));
    return 0;
}
