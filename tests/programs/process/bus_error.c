// SIGBUS from a truncated mapping; the crash report must not itself fault.
//! status: -7
//! stderr: read_beyond
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static __attribute__((noinline)) int read_beyond(volatile char *p) { return p[8]; }

int main(void) {
    int fd = memfd_create("x", 0);
    char *p = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);
    return read_beyond(p);
}
