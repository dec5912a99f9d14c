// thread_local objects are built on first use and destroyed at their thread's end (__cxa_thread_atexit), main's at exit.
//! levels: noopt O0 O3
#include <cstdio>
#include <string>
#include <thread>

struct Named {
    std::string name;
    explicit Named(const char *n) : name(n) { std::printf("built %s\n", n); }
    ~Named() { std::printf("gone %s\n", name.c_str()); }
};
static thread_local Named object("object");
static thread_local int counter = 3;
static Named global("global");

static Named &local() {
    thread_local Named inner("inner");
    return inner;
}

int main() {
    for (int i = 0; i < 2; i++)
        std::thread([i] {
            object.name += std::to_string(i);
            local().name += std::to_string(counter++);
        }).join();
    object.name += " of main";
    std::printf("%d %s\n", counter, object.name.c_str());
}
