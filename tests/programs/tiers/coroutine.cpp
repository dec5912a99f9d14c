// A suspended C++20 coroutine keeps pointers to its resume function: it goes on where it was, whatever was replaced.
//! cflags: -std=c++20
#include <coroutine>
#include <cstdio>
#include <utility>
#include <vector>

struct Generator {
    struct promise_type {
        long value = 0;
        Generator get_return_object() { return Generator{std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        std::suspend_always yield_value(long v) {
            value = v;
            return {};
        }
        void return_void() {}
        void unhandled_exception() { throw; }
    };
    std::coroutine_handle<promise_type> handle;
    explicit Generator(std::coroutine_handle<promise_type> h) : handle(h) {}
    Generator(Generator &&other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
    ~Generator() {
        if (handle)
            handle.destroy();
    }
    long next() {
        handle.resume();
        return handle.done() ? -1 : handle.promise().value;
    }
};
static long gone;
struct Guard {
    ~Guard() { gone++; }
};

[[gnu::noinline]] static long scramble(long x) { return (x * 2862933555777941757 + 3037000493) >> 3; }

static Generator numbers(long seed, int count) {
    Guard guard;
    for (int i = 0; i < count; i++) {
        seed = scramble(seed);
        co_yield seed & 0xFFFF;
    }
}

int main() {
    std::vector<Generator> sleeping;
    long sum = 0;
    for (int i = 0; i < 10; i++) {
        sleeping.push_back(numbers(i, 40));
        sum += sleeping.back().next();
    }
    for (int i = 0; i < 2000; i++) {
        Generator fresh = numbers(i, 20);
        for (int j = 0; j < 5; j++)
            sum = sum * 3 + fresh.next();
    }
    for (int round = 0; round < 42; round++)
        for (auto &generator : sleeping)
            if (!generator.handle.done())
                sum = sum * 3 + generator.next();
    sleeping.clear();
    std::printf("%ld %ld\n", sum, gone);
    return 0;
}
