// File-scope assembly defines a function and data that IR calls, and itself names IR's symbols.
//! smoke
//! levels: noopt O3
#include <stdio.h>

__asm__(".text\n"
        ".globl asm_add\n"
        ".type asm_add,@function\n"
        "asm_add:\n"
        "  leal (%rdi,%rsi), %eax\n"
        "  addl asm_bias(%rip), %eax\n"
        "  ret\n"
        ".size asm_add, .-asm_add\n"
        "asm_local:\n"
        "  jmp c_helper\n"
        ".globl asm_calls_c\n"
        ".type asm_calls_c,@function\n"
        "asm_calls_c:\n"
        "  jmp asm_local\n"
        ".data\n"
        ".globl asm_bias\n"
        ".p2align 2\n"
        "asm_bias: .long 1000\n"
        ".text\n");

extern int asm_add(int, int), asm_calls_c(int), asm_bias;
__attribute__((used)) int c_helper(int x) { return x * 7; }

int main(void) {
    printf("%d\n", asm_add(2, 3));
    asm_bias = 1;
    printf("%d %d\n", asm_add(2, 3), asm_calls_c(6));
    return 0;
}
