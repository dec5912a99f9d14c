// glibc hands argc, argv and envp to constructors; exit from one never reaches main.
//! args: ["leave"]
//! status: 9
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((constructor)) static void early(int argc, char **argv, char **envp) {
    printf("%d %s %d\n", argc, argv[1], envp != NULL);
    if (!strcmp(argv[1], "leave"))
        exit(9);
}

int main(void) {
    puts("main");
    return 0;
}
