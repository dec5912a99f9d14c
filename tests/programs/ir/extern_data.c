// libc's variables (stdout, environ, optind) are reached through the GOT, not copied.
//! levels: noopt O3
//! args: ["-a", "-b", "value", "rest"]
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv) {
    int option;
    while ((option = getopt(argc, argv, "ab:")) != -1)
        fprintf(stdout, "%c %s\n", option, optarg ? optarg : "-");
    printf("%d %s\n", optind, argv[optind]);
    setenv("REJIT_TEST_NAME", "yes", 1);
    int found = 0;
    for (char **e = environ; *e; e++)
        found += !strcmp(*e, "REJIT_TEST_NAME=yes");
    printf("%d %d\n", found, program_invocation_name == argv[0]);
    FILE *saved = stdout;
    stdout = stderr;
    printf("to stderr\n");
    stdout = saved;
    return 0;
}
