// Label addresses kept on the heap outlive the activation that took them: the function must keep one body for ever.
//! levels: noopt O0 O3
#include <stdio.h>
#include <stdlib.h>

static void **translate(const char *source, void **labels) {
    void **code = malloc(64 * sizeof *code);
    int n = 0;
    for (; *source; source++)
        code[n++] = labels[*source == '+' ? 0 : *source == '*' ? 1 : 2];
    code[n] = labels[3];
    return code;
}

static long vm(const char *source, void ***cached, long acc) {
    void *labels[] = {&&plus, &&times, &&minus, &&done};
    if (!*cached)
        *cached = translate(source, labels);
    void **pc = *cached;
    goto **pc++;
plus:
    acc += 7;
    goto **pc++;
times:
    acc *= 3;
    goto **pc++;
minus:
    acc -= 2;
    goto **pc++;
done:
    return acc;
}

int main(void) {
    void **cached = NULL;
    long sum = 0;
    for (int i = 0; i < 100000; i++)
        sum += vm("+*-*+", &cached, i);
    printf("%ld\n", sum);
    return 0;
}
