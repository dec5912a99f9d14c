// Second module of weak_strong.c.
int choose(void) { return 3; }
int value = 30;
__attribute__((weak, noinline)) int both_weak(void) { return 200; }
int other_module(int (*f)(void)) { return (f == choose) * 10 + both_weak() / 100; }
