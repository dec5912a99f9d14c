// The return address seen inside a first call must be the caller's, as in every later call.
//! hot: background
// (In "sync" mode the call that finds a function hot calls the better body: that is the caller it sees.)
//! levels: noopt O0
#include <stdio.h>

static __attribute__((noinline)) void *whence(void) { return __builtin_return_address(0); }
static __attribute__((noinline)) void *above(void) {
    void *frame = __builtin_frame_address(0);
    return frame ? __builtin_extract_return_addr(__builtin_return_address(0)) : 0;
}

int main(void) {
    void *seen[3], *other[3];
    for (int i = 0; i < 3; i++) {
        seen[i] = whence();
        other[i] = above();
    }
    printf("%d %d\n", seen[0] == seen[1], seen[1] == seen[2]);
    printf("%d %d\n", other[0] == other[1], seen[0] != other[0]);
    return 0;
}
