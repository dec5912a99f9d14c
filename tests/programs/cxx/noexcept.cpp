// An exception that meets noexcept ends in the program's terminate handler.
//! status: -6
//! stderr: any
#include <cstdio>
#include <cstdlib>
#include <exception>

static void thrower() { throw 7; }
static void closed() noexcept { thrower(); }

int main() {
    std::set_terminate([] {
        try {
            std::rethrow_exception(std::current_exception());
        } catch (int n) {
            std::printf("terminate %d\n", n);
            std::fflush(stdout);
        }
        std::abort();
    });
    try {
        closed();
    } catch (int) {
        std::puts("wrongly caught");
    }
}
