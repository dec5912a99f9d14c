// An exception nobody catches: libstdc++ says so and aborts; frames below main catch nothing.
//! status: -6
//! stderr: terminate called after throwing an instance of 'std::runtime_error'
#include <cstdio>
#include <stdexcept>

struct Guard {
    ~Guard() { std::puts("must not run: no handler was found"); }
};

int main() {
    Guard g;
    std::puts("before");
    std::fflush(stdout);
    throw std::runtime_error("nobody listens");
}
