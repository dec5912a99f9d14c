// What only inline assembly names is kept alive by llvm.used; its textual name must not change.
//! levels: noopt O3
#include <stdio.h>

static int hidden_value __attribute__((used)) = 41;
__attribute__((used)) static int hidden_function(int x) { return x + 1; }

int main(void) {
    int value, result;
    __asm__("movl hidden_value(%%rip), %0" : "=r"(value));
    __asm__ volatile("mov %%rsp, %%rbx; sub $128, %%rsp; and $-16, %%rsp; call hidden_function; mov %%rbx, %%rsp"
                     : "=a"(result), "+D"(value)
                     :
                     : "rbx", "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "memory", "cc");
    printf("%d\n", result);
    return 0;
}
