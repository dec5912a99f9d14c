// Throws, longjmp and pthread_exit through frames of bodies that were retired, and perhaps looked for, while they ran.
#include <csetjmp>
#include <cstdio>
#include <pthread.h>

static long cleaned, kept;
struct Guard {
    ~Guard() { cleaned++; }
};

enum Way { RETURNS, THROWS, JUMPS, EXITS };
static thread_local std::jmp_buf *target;

[[gnu::noinline]] static long leave(Way way, long value) {
    switch (way) {
    case THROWS:
        throw value;
    case JUMPS:
        std::longjmp(*target, static_cast<int>(value));
    case EXITS:
        pthread_exit(reinterpret_cast<void *>(value));
    default:
        return value;
    }
}

// Each is called for the first time here, and again by what it calls: it is replaced while its first activation waits.
template <int Number> [[gnu::noinline]] static long nested(Way way, int depth, long value) {
    if (depth > 0) {
        long sum = 0;
        for (int i = 0; i < 20; i++)
            sum += nested<Number>(RETURNS, 0, i);
        kept += sum;
        return nested<Number>(way, depth - 1, value) + 1;
    }
    return leave(way, value);
}

template <int Number> [[gnu::noinline]] static long guarded(Way way, int depth, long value) {
    Guard guard;
    return nested<Number>(way, depth, value) + guarded<Number + 1>(RETURNS, 0, value);
}
template <> [[gnu::noinline]] long guarded<100>(Way, int, long) { return 0; }
template <> [[gnu::noinline]] long guarded<200>(Way, int, long) { return 0; }
template <> [[gnu::noinline]] long guarded<300>(Way, int, long) { return 0; }

[[gnu::noinline]] static long by_throw() {
    try {
        return guarded<97>(THROWS, 4, 11);
    } catch (long thrown) {
        return thrown;
    }
}

[[gnu::noinline]] static long by_longjmp() {
    std::jmp_buf here;
    target = &here;
    if (int came = setjmp(here))
        return came;
    return nested<197>(JUMPS, 4, 12);
}

static void *thread(void *) {
    return reinterpret_cast<void *>(guarded<297>(EXITS, 4, 13));
}

[[gnu::noinline]] static long by_exit() {
    pthread_t made;
    void *result = nullptr;
    pthread_create(&made, nullptr, thread, nullptr);
    pthread_join(made, &result);
    return reinterpret_cast<long>(result);
}

int main() {
    for (int i = 0; i < 3; i++)
        std::printf("%ld %ld %ld %ld %ld\n", by_throw(), by_longjmp(), by_exit(), cleaned, kept);
    return 0;
}
