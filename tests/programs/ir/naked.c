// A naked function has no prologue to patch or count in; its assembly names an internal function textually.
//! levels: noopt O0
#include <stdio.h>

__attribute__((used)) static long add_three(long a, long b, long c) { return a + 10 * b + 100 * c; }

__attribute__((naked, noinline)) static long shuffle(long a, long b, long c) {
    __asm__("xchg %rdi, %rdx\n\t"
            "jmp add_three");
}

__attribute__((naked, noinline)) static long stack_pointer(void) {
    __asm__("mov %rsp, %rax\n\tret");
}

int main(void) {
    printf("%ld %d\n", shuffle(1, 2, 3), (int)(stack_pointer() & 15));
    printf("%ld\n", shuffle(4, 5, 6));
    return 0;
}
