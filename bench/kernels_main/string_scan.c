/* Words, lines and one letter counted in a text, a byte at a time. */
#include <stdio.h>
enum { N = 1 << 20 };
static char text[N + 1];
int main(void) {
    long words = 0, lines = 0, letters = 0;
    unsigned random = 1;
    for (int i = 0; i < N; i++) {
        random = random * 1664525 + 1013904223;
        text[i] = "etaoin shrdlu\ncmfwyp etaoin shrd"[random >> 27];
    }
    for (int n = 0; n < 820; n++) {
        int inside = 0;
        for (const char *at = text; *at; at++) {
            if (*at == '\n') lines++;
            if (*at == ' ' || *at == '\n')
                inside = 0;
            else if (!inside)
                inside = 1, words++;
            letters += *at == 'e' + n % 3;
        }
    }
    printf("%ld %ld %ld\n", words, lines, letters);
    return 0;
}
