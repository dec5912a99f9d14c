// pthread_cancel and pthread_exit unwind C++ frames by force: destructors and catch (...) that rethrows.
#include <cstdio>
#include <pthread.h>
#include <unistd.h>

struct Guard {
    const char *name;
    ~Guard() { std::printf("~%s\n", name); }
};
[[gnu::noinline]] static void leave() {
    Guard g{"leave"};
    pthread_exit(reinterpret_cast<void *>(4L));
}
static void *exits(void *) {
    Guard g{"exits"};
    try {
        leave();
    } catch (...) {
        std::puts("passing");
        throw;
    }
    return nullptr;
}
static void *waits(void *) {
    Guard g{"waits"};
    for (;;)
        pause();
}

int main() {
    pthread_t id;
    void *result;
    pthread_create(&id, nullptr, exits, nullptr);
    pthread_join(id, &result);
    std::printf("%ld\n", reinterpret_cast<long>(result));
    pthread_create(&id, nullptr, waits, nullptr);
    usleep(20000);
    pthread_cancel(id);
    pthread_join(id, &result);
    std::printf("%d\n", result == PTHREAD_CANCELED);
}
