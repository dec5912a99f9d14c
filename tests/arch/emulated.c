/* What a port must get right besides the contract: calls of every kind, data, switches, setjmp, C's callbacks. */
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct big { long a[6]; };
struct pair { double x, y; };
static jmp_buf place;
static long counters[4] = {1, 2, 3, 4};
static const char *const names[] = {"zero", "one", "two"};
static int order(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

static struct big twice(struct big b) { for (int i = 0; i < 6; i++) b.a[i] *= 2; return b; }
static struct pair turned(struct pair p) { return (struct pair){-p.y, p.x}; }
static long many(long a, double b, long c, float d, long e, long f, long g, long h, long i, double j, long k) {
  return a + b + c + d + e + f + g + h + i + j + k;
}
static double sum(int n, ...) {
  va_list list;
  va_start(list, n);
  double s = 0;
  for (int i = 0; i < n; i++) s += i % 2 ? va_arg(list, double) : va_arg(list, int);
  va_end(list);
  return s;
}
static long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static const char *say(int n) {
  switch (n) {
  case 0: return "nought"; case 1: return "once"; case 2: return "twice"; case 3: return "thrice";
  case 4: return "four"; case 7: return "seven"; case 9: return "nine";
  }
  return "many";
}
static void deep(int n) { if (n == 0) longjmp(place, 5); deep(n - 1); counters[0]++; }


static _Thread_local int mine = 5;
_Thread_local long shares[3] = {1, 2, 3};
static atomic_long added;
static atomic_int exchanged;
static void *count(void *turns) {
  for (long i = 0; i < (long)turns; i++) {
    shares[i % 3] += ++mine;
    atomic_fetch_add(&added, i);
    int seen = exchanged;
    while (!atomic_compare_exchange_weak(&exchanged, &seen, seen + 2)) {}
  }
  return (void *)(mine + shares[1]);
}
static long threads(void) {
  pthread_t all[4];
  long sum = 0;
  for (int i = 0; i < 4; i++) pthread_create(&all[i], 0, count, (void *)200);
  for (int i = 0; i < 4; i++) {
    void *result;
    pthread_join(all[i], &result);
    sum += (long)result;
  }
  return sum + mine + shares[2];
}
static int interpret(const char *code) {
  static void *const labels[] = {&&add, &&twice, &&end};
  int value = 1;
next:
  goto *labels[*code++ - 'a'];
add: value += 3; goto next;
twice: value *= 2; goto next;
end: return value;
}
static unsigned __int128 power(unsigned __int128 base, int n) { return n ? base * power(base, n - 1) : 1; }
static int started;
__attribute__((constructor)) static void start(void) { started = 7; }
extern int nowhere(void) __attribute__((weak));

int main(int argc, char **argv) {
  int numbers[] = {5, 3, 9, 1, 7};
  long (*through)(long) = fib;
  qsort(numbers, 5, sizeof *numbers, order);
  for (int i = 0; i < 5; i++) printf("%d %s;", numbers[i], say(numbers[i]));
  struct big b = twice((struct big){{1, 2, 3, 4, 5, 6}});
  struct pair p = turned((struct pair){1.5, 2.5});
  printf("\n%ld %ld %g %g %ld\n", b.a[0], b.a[5], p.x, p.y, many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
  printf("%g %ld %d %s\n", sum(6, 1, 0.5, 2, 0.25, 3, 0.125), through(16), through == fib, names[argc - 1]);
  int got = setjmp(place);
  if (!got) deep(20);
  long total = 0;
  for (long i = 0; i < 300000; i++) total += counters[i & 3] ^ i;
  long sum = threads();
  printf("%ld %ld %d %d %d %d\n", sum, (long)added, exchanged, interpret("abbac"), started, nowhere == 0);
  unsigned __int128 large = power(1000003, 6);
  printf("%llu %llu\n", (unsigned long long)(large >> 64), (unsigned long long)(large % 1000000007));
  printf("%d %ld %ld %.6f %s\n", got, counters[0], total, sqrt(2) + sin(1), strrchr(argv[argc - 1], 'o'));
  return 42;
}
