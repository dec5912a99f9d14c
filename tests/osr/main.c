// All the time goes into one loop of main, which it leaves when it is called from other code than at first, or after
// as many turns as the first argument says. Then it sleeps for as many seconds as the second says.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
__attribute__((noinline)) static void *where(void) { return __builtin_return_address(0); }
int main(int argc, char **argv) {
    void *first = 0;
    long most = atol(argv[1]), turns = 0, wrong = 0;
    for (; turns < most; turns++) {
        void *now = where();
        if (!first) first = now;
        if (now != first) break;
        wrong |= turns < 0;
    }
    printf("%s %ld\n", turns < most ? "moved" : "stayed", wrong);
    if (argc > 2) sleep(atoi(argv[2]));
    return 0;
}
