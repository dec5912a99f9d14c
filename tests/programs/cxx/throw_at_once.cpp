// The very first thing ever executed is a throw through the function that was just compiled; then through callbacks of libc.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

[[gnu::noinline]] static int bare(const void *, const void *) { throw 5L; }

int main() {
    try {
        bare(nullptr, nullptr);
    } catch (long n) {
        std::printf("long %ld\n", n);
    }
    try {
        int values[] = {3, 1, 2};
        std::qsort(values, 3, sizeof(int), [](const void *, const void *) -> int { throw "through qsort"; });
    } catch (const char *text) {
        std::puts(text);
    }
    try {
        std::vector<int>(3).at(7);
    } catch (const std::exception &) {
        std::puts("from the library");
    }
    try {
        std::stoi("no number");
    } catch (const std::exception &e) {
        std::puts(e.what());
    }
}
