// An exception crosses frames that were all entered for the first time, runs their cleanups, and does so again.
//! smoke
//! levels: noopt O0 O3
#include <cstdio>
#include <stdexcept>
#include <string>

struct Guard {
    const char *name;
    explicit Guard(const char *n) : name(n) {}
    ~Guard() { std::printf("~%s ", name); }
};

[[gnu::noinline]] static void inner(int n) {
    Guard g("inner");
    if (n % 3 == 0)
        throw std::runtime_error("runtime " + std::to_string(n));
    if (n % 3 == 1)
        throw n;
}
[[gnu::noinline]] static void middle(int n) {
    Guard g("middle");
    inner(n);
}
[[gnu::noinline]] static int outer(int n) {
    Guard g("outer");
    try {
        middle(n);
        return 0;
    } catch (const std::exception &e) {
        std::printf("[%s] ", e.what());
        return 1;
    }
}

int main() {
    for (int n = 0; n < 6; n++)
        try {
            std::printf("%d\n", outer(n));
        } catch (int value) {
            std::printf("int %d\n", value);
        }
}
