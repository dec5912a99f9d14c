// A stack walk started inside a first call must pass every JIT frame and reach main's callers.
//! levels: noopt O0
#include <stdio.h>
#include <unwind.h>

static _Unwind_Reason_Code count(struct _Unwind_Context *context, void *frames) {
    ++*(int *)frames;
    return _Unwind_GetIP(context) ? _URC_NO_REASON : _URC_END_OF_STACK;
}

static __attribute__((noinline)) int leaf(void) {
    int frames = 0;
    _Unwind_Backtrace(count, &frames);
    return frames;
}

static __attribute__((noinline)) int nest(int depth) {
    int r = depth ? nest(depth - 1) : leaf();
    __asm__ volatile("");
    return r;
}

int main(void) {
    int shallow = nest(0), deep = nest(20), again = nest(20);
    printf("%d %d\n", deep - shallow, again - deep);
    return 0;
}
