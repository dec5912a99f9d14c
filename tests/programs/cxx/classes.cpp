// Virtual and multiple inheritance, thunks, covariant results, member pointers, RTTI and dynamic_cast.
//! levels: noopt O0 O3
#include <cstdio>
#include <typeinfo>

struct A { virtual ~A() = default; virtual int f() const { return 1; } long pad = 10; };
struct B { virtual ~B() = default; virtual int g() const { return 2; } virtual B *self() { return this; } long pad = 20; };
struct V : virtual A { int f() const override { return 3 + (int)pad; } };
struct W : virtual A { long w = 5; };
struct D : V, W, B {
    int f() const override { return 100 + (int)w; }
    int g() const override { return 200 + (int)B::pad; }
    D *self() override { return this; }
    int plain(int x) { return x + (int)w; }
};

[[gnu::noinline]] static int through(const A &a) { return a.f(); }
[[gnu::noinline]] static B *as_b(A *a) { return dynamic_cast<B *>(a); }

int main() {
    D d;
    V v;
    int (D::*member)(int) = &D::plain;
    int (B::*virtual_member)() const = &B::g;
    B *b = as_b(&d);
    std::printf("%d %d %d\n", through(d), through(v), b->g());
    std::printf("%d %d\n", (d.*member)(1), (b->*virtual_member)());
    std::printf("%d %d\n", static_cast<D *>(b) == b->self(), as_b(&v) == nullptr);
    std::printf("%s %d\n", typeid(*b).name(), typeid(*b) == typeid(D));
    try {
        (void)dynamic_cast<D &>(static_cast<A &>(v));
    } catch (const std::bad_cast &) {
        std::puts("bad_cast");
    }
}
