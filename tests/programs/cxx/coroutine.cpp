// A C++20 coroutine: LLVM splits it into f, f.resume, f.destroy, and the frame on the heap keeps pointers to them.
//! levels: noopt O0 O3
//! cflags: -std=c++20
#include <coroutine>
#include <cstdio>
#include <exception>
#include <utility>

struct Generator {
    struct promise_type {
        int value = 0;
        Generator get_return_object() { return Generator{std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        std::suspend_always yield_value(int v) {
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
    bool next() {
        handle.resume();
        return !handle.done();
    }
};
struct Guard {
    ~Guard() { std::puts("frame gone"); }
};

static Generator numbers(int from, int to) {
    Guard g;
    for (int i = from; i < to; i++)
        co_yield i *i;
    if (to > 100)
        throw to;
}

int main() {
    Generator a = numbers(1, 5), b = numbers(99, 101);
    while (a.next())
        std::printf("%d\n", a.handle.promise().value);
    try {
        while (b.next())
            std::printf("%d\n", b.handle.promise().value);
    } catch (int n) {
        std::printf("caught %d\n", n);
    }
    Generator abandoned = numbers(1, 3);
    abandoned.next();
}
