// Rethrow, nested exceptions, exception_ptr, catch by base, and unwinding counts.
#include <cstdio>
#include <exception>
#include <stdexcept>

struct Base { virtual ~Base() = default; virtual int id() const { return 1; } };
struct Derived : Base { int id() const override { return 2; } };

static void rethrows() {
    try {
        throw Derived();
    } catch (Base &b) {
        std::printf("base %d\n", b.id());
        throw;
    }
}
static void nests() {
    try {
        throw std::logic_error("inside");
    } catch (...) {
        std::throw_with_nested(std::runtime_error("around"));
    }
}
struct Count {
    ~Count() { std::printf("uncaught %d\n", std::uncaught_exceptions()); }
};

int main() {
    try {
        rethrows();
    } catch (Derived &d) {
        std::printf("derived %d\n", d.id());
    }
    try {
        nests();
    } catch (const std::exception &e) {
        std::puts(e.what());
        try {
            std::rethrow_if_nested(e);
        } catch (const std::logic_error &inner) {
            std::puts(inner.what());
        }
    }
    std::exception_ptr saved;
    try {
        Count c;
        throw 42;
    } catch (...) {
        saved = std::current_exception();
    }
    try {
        std::rethrow_exception(saved);
    } catch (int n) {
        std::printf("%d\n", n);
    }
}
