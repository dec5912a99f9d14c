// Exceptions inside std::thread and carried over by futures, sixteen threads throwing at the same time.
//! levels: noopt O3
#include <atomic>
#include <cstdio>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

static std::atomic<int> caught{0}, destroyed{0};
struct Guard {
    ~Guard() { destroyed++; }
};
[[gnu::noinline]] static void thrower(int n) {
    Guard g;
    throw std::out_of_range(std::to_string(n));
}
[[gnu::noinline]] static void work(int n) {
    for (int i = 0; i < 50; i++)
        try {
            Guard g;
            thrower(n);
        } catch (const std::out_of_range &e) {
            caught += std::stoi(e.what()) == n;
        }
}

int main() {
    std::vector<std::thread> threads;
    for (int n = 0; n < 16; n++)
        threads.emplace_back(work, n);
    for (auto &t : threads)
        t.join();
    std::printf("%d %d\n", caught.load(), destroyed.load());
    auto future = std::async(std::launch::async, [] {
        thrower(99);
        return 1;
    });
    try {
        future.get();
    } catch (const std::exception &e) {
        std::printf("future: %s\n", e.what());
    }
}
