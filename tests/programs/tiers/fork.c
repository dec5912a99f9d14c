// Children and their parent replace functions each for itself: bodies, slots and the ring of hot functions are not shared.
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static __attribute__((noinline)) unsigned mix(unsigned x) { return (x ^ x >> 7) * 2654435761u; }
static __attribute__((noinline)) unsigned both(unsigned x) { return mix(x) + 1; }
static __attribute__((noinline)) unsigned childs(unsigned x) { return mix(x) ^ 5; }

static __attribute__((noinline)) unsigned work(unsigned (*f)(unsigned), unsigned seed) {
    for (int i = 0; i < 20000; i++)
        seed = f(seed + i);
    return seed;
}

int main(void) {
    unsigned expected = work(both, 1), own = 0;
    printf("%u\n", expected);
    fflush(stdout);
    for (int child = 0; child < 3; child++) {
        int pipes[2];
        if (pipe(pipes))
            return 1;
        pid_t pid = fork();
        if (pid == 0) {
            unsigned results[2] = {work(childs, child), work(both, 1)};
            if (write(pipes[1], results, sizeof results) != sizeof results)
                _exit(2);
            _exit(0);
        }
        own ^= work(both, child);
        unsigned results[2];
        int status;
        if (read(pipes[0], results, sizeof results) != sizeof results || waitpid(pid, &status, 0) != pid)
            return 3;
        close(pipes[0]);
        close(pipes[1]);
        printf("%u %d %d\n", results[0], results[1] == expected, status);
        fflush(stdout);
    }
    printf("%u %d\n", own, work(childs, 1) == work(childs, 1));
    return 0;
}
