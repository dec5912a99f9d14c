// A static table of label addresses must be emitted with its function, else the labels dangle (Lua's interpreter loop).
//! smoke
//! levels: noopt O0 O3 g
#include <stdio.h>

static int run(const unsigned char *code, int acc) {
    static const void *const table[] = {&&op_add, &&op_double, &&op_dec, &&op_jump_if, &&op_halt};
    int loops = 0;
    goto *table[*code];
op_add:
    acc += code[1];
    code += 2;
    goto *table[*code];
op_double:
    acc *= 2;
    goto *table[*++code];
op_dec:
    acc--;
    goto *table[*++code];
op_jump_if:
    code = ++loops < code[2] ? code - code[1] : code + 3;
    goto *table[*code];
op_halt:
    return acc;
}

int main(void) {
    const unsigned char program[] = {0, 5, 1, 2, 3, 4, 6, 4};
    printf("%d\n", run(program, 1));
    printf("%d\n", run(program, 100));
    return 0;
}
