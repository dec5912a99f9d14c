// Arguments after PROGRAM belong to the program byte for byte: options, empty strings, invalid UTF-8, newlines.
//! smoke
//! args: ["--eager", "--workers", "0", "-h", "--", "", "a b", "\xff\xfe", "\xc3\xa9", "line\nline", "'\"\\"]
#include <stdio.h>

int main(int argc, char **argv) {
    for (int i = 1; i <= argc; i++) {
        printf("%d:", i);
        for (const unsigned char *p = (unsigned char *)argv[i]; p && *p; p++)
            printf(" %02x", *p);
        puts(argv[i] ? "" : " end");
    }
    argv[1][0] = '+';
    puts(argv[1]);
    return argc;
}
//! status: 12
