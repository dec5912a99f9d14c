// A direct-threaded interpreter keeps label addresses on the heap: they lead into the body they were taken in, for ever.
//! recompiled: not vm
#include <stdio.h>
#include <stdlib.h>

struct program {
    void **code;
    long *operands;
};

static __attribute__((noinline)) long vm(struct program *p, const char *source, long acc) {
    static const void *const labels[] = {&&add, &&multiply, &&subtract, &&done};
    if (source) {
        int n = 0;
        p->code = malloc(100 * sizeof *p->code);
        p->operands = malloc(100 * sizeof *p->operands);
        for (; *source; source++, n++) {
            p->code[n] = (void *)labels[*source == '+' ? 0 : *source == '*' ? 1 : 2];
            p->operands[n] = n + 1;
        }
        p->code[n] = (void *)labels[3];
        return 0;
    }
    void **pc = p->code;
    long *operand = p->operands;
    goto **pc;
add:
    acc += *operand++;
    goto **++pc;
multiply:
    acc = acc * *operand++ % 1000003;
    goto **++pc;
subtract:
    acc -= *operand++;
    goto **++pc;
done:
    return acc;
}

static __attribute__((noinline)) long around(struct program *p, long i) { return vm(p, NULL, i); }

int main(void) {
    struct program first, second;
    vm(&first, "+*-*+", 0);
    long sum = 0;
    for (long i = 0; i < 20000; i++)
        sum += around(&first, i);
    vm(&second, "**+-", 0); // translated by whatever body there is now, run beside what the first one translated
    for (long i = 0; i < 20000; i++)
        sum += around(&first, i) - around(&second, i);
    printf("%ld\n", sum);
    return 0;
}
