// A static initialiser that throws must leave its guard free, so that the next call tries again; threads wait for it.
#include <cstdio>
#include <stdexcept>
#include <thread>

static int attempts;
static int build() {
    if (++attempts < 3)
        throw std::runtime_error("not yet");
    return attempts * 100;
}
static int &value() {
    static int instance = build();
    return instance;
}

int main() {
    for (int i = 0; i < 4; i++)
        try {
            std::printf("%d\n", value());
        } catch (const std::exception &e) {
            std::puts(e.what());
        }
    int results[4];
    std::thread threads[4];
    for (int i = 0; i < 4; i++)
        threads[i] = std::thread([&results, i] {
            static int once = ++attempts;
            results[i] = once;
        });
    for (auto &t : threads)
        t.join();
    std::printf("%d %d %d %d\n", results[0], results[1], results[2], results[3]);
}
