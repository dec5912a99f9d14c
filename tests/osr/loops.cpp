// Loops that turn until somebody stores `stop`, so that a test decides when they end.
#include <csetjmp>
#include <cstdarg>
typedef long I;
extern "C" {
volatile I stop;
I once(I x) { I s = 0; while (!stop) s++; return s > 0 ? x + 1000 : x; }
I counted(I n) { I s = 0; for (I i = 0; i < n; i++) s += i ^ s; return s; }

static I turns(I n, bool wait) {
    I s = 1;
    for (I i = 0; i < n; i++) {
        I t = i * 3;
        for (I j = 0; j < 5; j++) s = s * 31 + (t ^= j);
        if (i == 2) while (wait && !stop) t |= 0;
        s ^= t;
    }
    return s;
}
I nested(I n) { return turns(n, true); }
I nested_check(I n) { return turns(n, false); }

struct Guard { I &by; ~Guard() { by += 3; } };
__attribute__((noinline)) static void thrower(I x) { if (stop) throw x; }
I caught_here(I x) {
    I s = 1000;
    try { for (;;) thrower(x); } catch (I caught) { s += caught; }
    return s;
}
__attribute__((noinline)) static I throws_up(I x) { for (I n = 0;; n++) thrower(x + 1); }
I caught_by_caller(I x) { try { return throws_up(x); } catch (I caught) { return 2000 + caught; } }
I destroyed(I x) {
    I s = 0;
    try { Guard guard{s}; for (;;) thrower(x); } catch (I) { }
    return s;
}

static jmp_buf back;
__attribute__((noinline)) static void leaves(I x) { for (I n = 0;; n++) if (stop) longjmp(back, 1); }
I jumps_out(I x) { if (setjmp(back)) return 77; leaves(x); return x; }
I jumps_in(I x) { jmp_buf here; volatile I n = 0; if (setjmp(here)) return n; while (!stop) n = n + 1; longjmp(here, 1); }

I recursive(I n) {
    I s = 0;
    if (n == 1) while (!stop) s++;
    for (I i = 0; i < 1000; i++) s += i == 999 && n > 1 ? recursive(n - 1) : 0;
    return (n == 1 ? 0 : s) + n;
}

__attribute__((noinline)) static I add_up(int count, ...) {
    va_list list;
    va_start(list, count);
    I s = 0, n = 0;
    while (!stop) n++;
    for (int i = 0; i < count; i++) s += va_arg(list, I);
    va_end(list);
    return s;
}
I sum_of_three(I x) { return add_up(3, x, x + 1, x + 2); }
}
