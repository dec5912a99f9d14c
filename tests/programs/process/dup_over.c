// Another file is put over every descriptor from 3 to 1023: compile requests must not be written into it.
#include "../many.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

HUNDRED(DEFINE, 1)
static int (*const table[])(int) = {HUNDRED(NAME, 1)};

int main(void) {
    char name[] = "/tmp/rejit-dup-over-XXXXXX";
    unsigned x = 1;
    int file = mkstemp(name);
    unlink(name);
    for (int fd = 3; fd < 1024; fd++)
        dup2(file, fd);
    if (fcntl(1023, F_GETFD) >= 0)
        for (int fd = 1024; fd < 20000; fd++)
            close(fd);
    for (int i = 0; i < 100; i++)
        x = (unsigned)table[i]((int)(x & 0xffff));
    printf("%u %ld\n", x, (long)lseek(file, 0, SEEK_END));
    return 0;
}
