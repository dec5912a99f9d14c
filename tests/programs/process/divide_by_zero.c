// Integer division by zero: SIGFPE.
//! status: -8
//! stderr: divider
static __attribute__((noinline)) int divider(volatile int *p) { return 10 / *p; }

int main(void) {
    int zero = 0;
    return divider(&zero);
}
