// Loops of every form, each a function of two numbers; what it computes depends on all its state.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef int64_t I;
I sink;
static I noise(I x) { sink ^= x * 0x9e3779b97f4a7c15; return (sink >> 7) & 0xff; }

I counted(I n, I m) { I s = m; for (I i = 0; i < n; i++) s = s * 31 + i; return s; }
I nested(I n, I m) {
    I s = 1;
    for (I i = 0; i < n; i++) { I t = i; for (I j = 0; j <= m % 7; j++) { t += s ^ j; for (int k = 0; k < 3; k++) s += t * k; } s ^= t; }
    return s;
}
I two_loops(I n, I m) { I s = 0; for (I i = 0; i < n; i++) s += i ^ m; I t = s; for (I i = n; i > 0; i--) t = t * 3 + s; return t ^ s; }
I breaks(I n, I m) {
    I s = 0;
    for (I i = 0;; i++) { if (i == n) break; if (i % 3 == m % 3) continue; I j = 0; while (1) { s += j; if (++j > i) break; if (s & 1) continue; s ^= 5; } }
    return s;
}
I do_while(I n, I m) { I s = m; do { s = s * 7 - n; } while (--n > 0); return s; }
I switched(I n, I m) {
    I s = 0;
    for (I i = 0; i < n; i++) switch ((i + m) % 6) { case 0: s += 3; break; case 1: s *= 5; case 2: s ^= i; break; case 3: continue; case 4: if (i > 20) return s; default: s -= 1; }
    return s;
}
I duff(I n, I m) {
    I s = m, k = (n + 7) / 8 + 1;
    switch (n % 8) { case 0: do { s = s * 3 + 1; case 7: s ^= 7; case 6: s += 6; case 5: s *= 5; case 4: s -= 4; case 3: s ^= 3; case 2: s += 2; case 1: s = s * 9 + k; } while (--k > 0); }
    return s;
}
I into_loop(I n, I m) {
    I s = 0, i = 0;
    if (m & 1) goto inside;
    while (i < n) { s += i * m; inside: s = s * 3 + 1; i++; if (s % 11 == 4) goto out; }
out:
    return s * 2 + i;
}
I irreducible(I n, I m) { I s = m; if (n & 1) goto b; a: s = s * 3 + n; if (n-- <= 0) return s; b: s ^= n; if (n-- > 0) goto a; return s + 1; }
I recursive(I n, I m) { I s = m; for (I i = 0; i < n && i < 4; i++) s += i * recursive(n - 2, s & 0xff); return s; }
I narrow(I n, I m) {
    uint8_t a = m; int8_t b = -3; uint16_t c = 9; _Bool d = 1; float f = 1.5f; double g = m * 0.25; long double h = 1.25L; unsigned __int128 w = m;
    for (I i = 0; i < n; i++) { a = a * 5 + 1; b -= a; c = c * 3 + b; d = d ? a & 1 : b & 2; f = f * 1.0625f + b; g = g * 0.5 + f; h = h * 1.03125L + g; w = w * w + c + d; }
    I r; memcpy(&r, &g, 8); I hi = (I)(w >> 64) ^ (I)w; float q = (float)h; int32_t e; memcpy(&e, &q, 4);
    return r ^ hi ^ e ^ a ^ b ^ c ^ d;
}
typedef I V4 __attribute__((vector_size(32)));
typedef float F4 __attribute__((vector_size(16)));
I vectors(I n, I m) {
    V4 v = {m, 1, 2, 3}; F4 f = {1, 2, 3, (float)m};
    for (I i = 0; i < n; i++) { v = v * 3 + (V4){i, m, 7, i}; v ^= v >> 3; f = f * 0.5f + (F4){1, (float)i, 2, 3}; }
    return v[0] ^ v[1] ^ v[2] ^ v[3] ^ (I)(f[0] + f[1] + f[2] * 8 + f[3]);
}
struct S { I a; char b[5]; double c; struct { short x, y; } d[3]; };
I structs(I n, I m) {
    struct S s = {m, "abcd", 0.5, {{1, 2}, {3, 4}, {5, 6}}}, t;
    for (I i = 0; i < n; i++) { t = s; t.a = s.a * 3 + t.d[i % 3].x; t.b[i % 5] ^= i; t.d[(i + m) % 3].y += t.b[2]; t.c += t.a % 7; s = t; }
    I r = s.a; for (int i = 0; i < 5; i++) r = r * 31 + s.b[i]; for (int i = 0; i < 3; i++) r = r * 31 + s.d[i].x * 3 + s.d[i].y; return r + (I)s.c;
}
I arrays(I n, I m) {
    int a[40]; I big[200]; for (int i = 0; i < 40; i++) a[i] = i ^ m; memset(big, 1, sizeof big);
    for (I i = 0; i < n; i++) { a[i % 40] += a[(i * 7 + 1) % 40]; big[(i * 13) % 200] ^= a[i % 40]; for (int j = 0; j < 5; j++) big[j] += big[199 - j]; }
    I s = 0; for (int i = 0; i < 200; i++) s = s * 3 + big[i] + a[i % 40]; return s;
}
static void bump(I *p, I by) { *p += by; sink ^= *p; }
I escaping(I n, I m) { I x = m, y = 1, *p = n & 1 ? &x : &y; for (I i = 0; i < n; i++) { bump(&x, i); *p ^= y; y += x; bump(p, y); if (i % 5 == 3) p = p == &x ? &y : &x; } return x * 3 + y; }
I inside_pointers(I n, I m) { I a[6] = {m, 1, 2, 3, 4, 5}, *p = a + 1, *end = a + 6; for (I i = 0; i < n; i++) { *p = *p * 3 + a[0]; a[(p - a) ^ 1] += i; if (++p == end) p = a; } I s = 0; for (int i = 0; i < 6; i++) s = s * 7 + a[i]; return s; }
I vla(I n, I m) {
    I s = 0;
    for (I i = 1; i <= n; i++) { I a[i % 9 + 1]; for (I j = 0; j <= i % 9; j++) a[j] = j * m + s; for (I j = i % 9; j >= 0; j--) s = s * 3 + a[j]; noise((I)(intptr_t)a & 7); }
    return s;
}
I vla_before(I n, I m) { I k = n % 30 + 1, a[k], s = 0; for (I i = 0; i < k; i++) a[i] = i * m; for (I i = 0; i < n; i++) { a[i % k] ^= s; s += a[(i * 3) % k]; } return s; }
I alloca_in_loop(I n, I m) { char *p = 0; I s = 0; for (I i = 0; i < n; i++) { char *q = __builtin_alloca(16 + i); memset(q, (int)(i + m), 16); if (p) s = s * 3 + p[3] + q[5]; p = q; } return s; }
static I sum(I n, ...) { va_list l; va_start(l, n); I s = 0; for (I i = 0; i < n; i++) { if (i & 1) s = s * 3 + (I)va_arg(l, double); else s = s * 5 + va_arg(l, I); } va_end(l); return s; }
I varargs(I n, I m) { return sum(9, m, 2.0, n, 4.0, (I)5, 6.0, (I)7, 8.0, (I)9); }
static I late(I n, ...) { I s = 0; for (I i = 0; i < 3; i++) { va_list l; va_start(l, n); for (I j = 0; j < n; j++) s = s * 3 + va_arg(l, I); va_end(l); } return s; }
I late_varargs(I n, I m) { return late(4, m, n, (I)3, (I)4); }
static struct S make(I n, struct S in, char c) { struct S r = in; for (I i = 0; i < n; i++) { r.a = r.a * 3 + in.a; in.a ^= i; in.d[1].x++; r.b[i % 5] += c; r.d[i % 3].x ^= in.d[1].x; } return r; }
I big_structs(I n, I m) { struct S s = {m, "wxyz", 2, {{1, 2}, {3, 4}, {5, 6}}}; struct S r = make(n, s, 3); I h = r.a + s.a + s.d[1].x; for (int i = 0; i < 5; i++) h = h * 31 + r.b[i]; return h * 7 + r.d[0].x + r.d[2].x; }
struct P { I a; double b; };
static struct P pair(I n, struct P p) { for (I i = 0; i < n; i++) { p.a += i; p.b = p.b * 0.5 + p.a; } return p; }
I pairs(I n, I m) { struct P p = pair(n, (struct P){m, 1}); return p.a ^ (I)(p.b * 4); }
I jumps(I n, I m) { jmp_buf b; volatile I s = m; volatile I i = 0; if (setjmp(b) < 3) { while (i < n) { s = s * 3 + i++; if (i % 7 == 2) longjmp(b, 1 + i % 5); } } return s; }
I volatiles(I n, I m) { volatile I s = m; volatile char c = 1; for (I i = 0; i < n; i++) { s = s * 3 + c; c += i; } return s + c; }
I never_returns_twice(I n, I m) { I s = 0; while (n-- > 0) { if (noise(n) > 300) abort(); s += noise(m); } return s; }
static int less(const void *a, const void *b) { I x = *(const I *)a, y = *(const I *)b; return x < y ? -1 : x > y; }
I callbacks(I n, I m) { I a[16]; I s = 0; for (I i = 0; i < n; i++) { for (int j = 0; j < 16; j++) a[j] = noise(i * 16 + j) ^ m; qsort(a, 16, 8, less); for (int j = 0; j < 16; j++) s = s * 31 + a[j]; } return s; }
I early_return(I n, I m) { for (I i = 0; i < n; i++) for (I j = i; j < n; j++) if ((i * j + m) % 37 == 36) return i * 1000 + j; return -1; }
I conditions(I n, I m) { I s = 0; for (I i = 0; i < n && (s < 1000 || (i & m)); i++) s += (i > 3 && m > 2) || (s & 1 && i != 7) ? i : i < 5 ? m : -i; return s; }
I unswitched(I n, I m) { I s = 0, k = m & 1 ? noise(m) : 3; for (I i = 0; i < n; i++) { I inv = k * n; for (I j = 0; j < inv % 5 + 1; j++) s += inv ^ (m > 3 ? j : i); } return s; }
static __attribute__((noinline, const)) I pure_loop(I n) { I s = 1; for (I i = 0; i < n; i++) s = s * 6364136223846793005 + 1442695040888963407; return s; }
I pure(I n, I m) { return pure_loop(n) ^ pure_loop(m); }
static void fill(I *out, I n) { for (I i = 0; i < n; i++) out[i & 7] = out[(i + 3) & 7] * 3 + i; }
I voids(I n, I m) { I a[8] = {m, 1, 2, 3, 4, 5, 6, 7}; fill(a, n); I s = 0; for (int i = 0; i < 8; i++) s = s * 31 + a[i]; return s; }
static uint8_t small(uint8_t n, signed char k) { uint8_t s = 7; while (n--) s = s * k + n; return s; }
I small_results(I n, I m) { return small((uint8_t)(n + 200), (signed char)m) * 3 + small((uint8_t)n, -5); }
I asm_loop(I n, I m) { I s = m; for (I i = 0; i < n; i++) __asm__("lea 3(%0,%1), %0 # %%rax label %%5" : "+r"(s) : "r"(i) : "cc"); return s; }
I labels(I n, I m) { static void *t[] = {&&a, &&b, &&c}; I s = m; goto *t[n % 3]; a: s += 3; if (n-- < 0) return s; goto *t[s & 1]; b: s *= 5; if (n-- < 0) return s; goto *t[2 - (s & 1)]; c: s ^= n; goto *t[n % 2 ? 1 : 0]; }
