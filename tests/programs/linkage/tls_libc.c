// A module with thread_local data of its own still reaches libc's (errno, and h_errno by its address).
//! levels: noopt
//! cflags: -fPIE
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <unistd.h>

static __thread int mine = 3;

int main(void) {
    close(-1);
    h_errno = 2;
    printf("%d %d %d\n", errno == EBADF, h_errno, mine);
    return 0;
}
