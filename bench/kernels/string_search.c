/* Boyer-Moore-Horspool and a naive search through the same text. */
#include <stddef.h>
#include <string.h>
enum { N = 1 << 15 };
static char text[N + 1];
static const char *horspool(const char *t, size_t n, const char *p, size_t m) {
    size_t skip[256];
    for (int i = 0; i < 256; i++) skip[i] = m;
    for (size_t i = 0; i + 1 < m; i++) skip[(unsigned char)p[i]] = m - 1 - i;
    for (size_t at = 0; at + m <= n; at += skip[(unsigned char)t[at + m - 1]])
        if (!memcmp(t + at, p, m)) return t + at;
    return NULL;
}
static const char *naive(const char *t, const char *p) {
    for (; *t; t++) {
        size_t i = 0;
        while (p[i] && t[i] == p[i]) i++;
        if (!p[i]) return t;
    }
    return NULL;
}
long kernel(long scale) {
    long found = 0;
    unsigned seed = 7;
    for (int i = 0; i < N; i++) seed = seed * 1103515245 + 12345, text[i] = 'a' + (seed >> 16) % 4;
    memcpy(text + N - 16, "abcdabdcabcdabdd", 16);
    for (long k = 0; k < scale; k++) {
        const char *one = horspool(text, N, "abcdabdcabcdabdd", 16), *two = naive(text, "abcdabdcabcdabdd");
        found += one - text + (two == one);
    }
    return found;
}
