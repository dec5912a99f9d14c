// Second module of start_stop.c.
struct entry {
    const char *name;
    int (*run)(int);
    long value;
};
static int square(int x) { return x * x; }
static struct entry third __attribute__((section("registry"), used)) = {"square", square, 3};
