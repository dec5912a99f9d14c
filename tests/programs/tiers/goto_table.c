// An interpreter whose table of labels is private and constant is recompiled like any function, between two of its runs.
//! recompiled: run
#include <stdio.h>

static __attribute__((noinline)) long run(const unsigned char *code, long acc) {
    static const void *const table[] = {&&add, &&twice, &&less, &&again, &&halt};
    long turns = 0;
    goto *table[*code];
add:
    acc += code[1];
    code += 2;
    goto *table[*code];
twice:
    acc = acc * 2 % 65537;
    goto *table[*++code];
less:
    acc--;
    goto *table[*++code];
again:
    code = ++turns < 200 ? code - code[1] : code + 2;
    goto *table[*code];
halt:
    return acc + turns;
}

int main(void) {
    static const unsigned char program[] = {0, 5, 1, 2, 3, 4, 1, 4};
    long sum = 0;
    for (long i = 0; i < 300; i++)
        sum += run(program, i);
    printf("%ld\n", sum);
    return 0;
}
