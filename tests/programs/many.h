// Generates families of functions: HUNDRED(M, 1) expands M(100) ... M(199), THOUSAND(M, 1) M(1000) ... M(1999).
#define NOINLINE __attribute__((noinline))
#define TEN(M, p) M(p##0) M(p##1) M(p##2) M(p##3) M(p##4) M(p##5) M(p##6) M(p##7) M(p##8) M(p##9)
#define HUNDRED(M, p)                                                                                  \
    TEN(M, p##0) TEN(M, p##1) TEN(M, p##2) TEN(M, p##3) TEN(M, p##4)                                   \
    TEN(M, p##5) TEN(M, p##6) TEN(M, p##7) TEN(M, p##8) TEN(M, p##9)
#define THOUSAND(M, p)                                                                                 \
    HUNDRED(M, p##0) HUNDRED(M, p##1) HUNDRED(M, p##2) HUNDRED(M, p##3) HUNDRED(M, p##4)               \
    HUNDRED(M, p##5) HUNDRED(M, p##6) HUNDRED(M, p##7) HUNDRED(M, p##8) HUNDRED(M, p##9)
#define DEFINE(n) static NOINLINE int f##n(int x) { return x * 3 + n; }
#define NAME(n) f##n,
