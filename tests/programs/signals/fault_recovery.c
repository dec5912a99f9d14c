// A program that catches its own SIGSEGV, mends the page and goes on; rejit's crash report must not come between.
//! levels: noopt O0
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>

static char *page;
static volatile int faults;
static sigjmp_buf env;
static void mend(int number, siginfo_t *info, void *context) {
    (void)number, (void)context;
    faults++;
    if ((char *)info->si_addr >= page && (char *)info->si_addr < page + 4096)
        mprotect(page, 4096, PROT_READ | PROT_WRITE);
    else
        siglongjmp(env, 1);
}
static __attribute__((noinline)) int store(volatile char *p) { return *p = 5; }

int main(void) {
    struct sigaction action = {.sa_sigaction = mend, .sa_flags = SA_SIGINFO};
    sigaction(SIGSEGV, &action, NULL);
    page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    printf("%d\n", store(page + 100));
    if (sigsetjmp(env, 1) == 0)
        store((char *)8);
    else
        puts("jumped");
    printf("%d %d\n", faults, page[100]);
    return 0;
}
