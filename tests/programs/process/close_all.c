// Every descriptor from 3 on is closed and the numbers are reused: the program's files must never receive rejit's requests.
//! levels: noopt O0
#define _GNU_SOURCE
#include "../many.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};

int main(void) {
    char name[] = "/tmp/rejit-close-all-XXXXXX";
    unsigned x = 1;
    struct stat info;
    x = (unsigned)table[0]((int)x);
    for (int fd = 3; fd < 20000; fd++)
        close(fd);
    int file = mkstemp(name), count = 0, dups[64];
    unlink(name);
    // Another thread may read a file for a moment; none may keep a number.
    for (int turn = 0; turn < 1000 && count != 64; turn++) {
        for (int i = 0; turn && i < 64; i++)
            close(dups[i]);
        for (int i = count = 0; i < 64; i++)
            count += (dups[i] = dup(file)) == file + 1 + i;
    }
    for (int i = 1; i < 100; i++)
        x = (unsigned)table[i]((int)(x & 0xffff));
    fstat(file, &info);
    printf("%u %d %d %d\n", x, file, (int)info.st_size, count);
    return 0;
}
