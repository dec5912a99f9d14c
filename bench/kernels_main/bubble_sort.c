/* Numbers in an order, by exchanging neighbours. */
#include <stdio.h>
enum { N = 40000 };
static int numbers[N];
int main(void) {
    unsigned random = 1;
    for (int i = 0; i < N; i++) numbers[i] = (random = random * 1664525 + 1013904223) >> 8;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N - 1 - i; j++)
            if (numbers[j] > numbers[j + 1]) {
                int t = numbers[j];
                numbers[j] = numbers[j + 1];
                numbers[j + 1] = t;
            }
    printf("%d %d %d\n", numbers[0], numbers[N / 2], numbers[N - 1]);
    return 0;
}
