// Global objects: built in order before main, destroyed in reverse after it, interleaved with atexit; iostreams work in all of them.
//! levels: noopt O0
//! status: 4
#include <cstdlib>
#include <iostream>

struct Noisy {
    int n;
    explicit Noisy(int k) : n(k) {
        static std::ios_base::Init streams;
        std::cout << "+" << n << "\n";
    }
    ~Noisy() { std::cout << "-" << n << std::endl; }
};
static Noisy a(1);
__attribute__((init_priority(200))) static Noisy early(0);
static Noisy b(2);
static void handler() { std::cout << "handler\n"; }

int main() {
    static Noisy c(3);
    std::atexit(handler);
    static Noisy d(4);
    std::cerr << "to cerr\n";
    return 4;
}
