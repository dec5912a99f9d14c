// Labels in inline assembly, asm goto and asm-renamed symbols; a body compiled twice must not define a label twice.
//! levels: noopt O0 O3
#include <stdio.h>

static int seven(void) __asm__("renamed$seven");
static __attribute__((noinline)) int seven(void) { return 7; }

static int count_bits(unsigned x) {
    int n;
    __asm__("xorl %0, %0\n"
            "0: testl %1, %1\n"
            "je 1f\n"
            "leal -1(%1), %%ecx\n"
            "andl %%ecx, %1\n"
            "incl %0\n"
            "jmp 0b\n"
            "1:"
            : "=&r"(n), "+r"(x)
            :
            : "ecx", "cc");
    return n;
}

static int is_negative(int x) {
    __asm__ goto("testl %0, %0\n\tjs %l1" : : "r"(x) : "cc" : negative);
    return 0;
negative:
    return 1;
}

static int unique(int x) {
    __asm__(".Lunique%=: incl %0\n\tjnc .Lend%=\n.Lend%=:" : "+r"(x) : : "cc");
    return x;
}

int main(void) {
    printf("%d %d\n", count_bits(0xff0f), count_bits(0));
    printf("%d %d\n", is_negative(-3), is_negative(3));
    printf("%d %d\n", unique(1), seven());
    return 0;
}
