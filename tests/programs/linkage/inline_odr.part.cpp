// Second module of inline_odr.cpp.
#include <cstdio>

struct Tracker {
    Tracker() { std::puts("tracker built"); }
    ~Tracker() { std::puts("tracker gone"); }
    int count = 0;
};

inline int &counter() {
    static int value = 1;
    return value;
}
inline Tracker &tracker() {
    static Tracker instance;
    return instance;
}
inline Tracker global_tracker;
template <class T> T twice(T x) { return x + x; }
template <class T> struct Holder { static T value; };
template <class T> T Holder<T>::value = T(5);

int part(int &c, Tracker &t, int (*f)(int)) {
    counter() += 10;
    global_tracker.count += 3;
    Holder<int>::value++;
    return (&c == &counter()) + 2 * (&t == &tracker()) + 4 * (f == twice<int>);
}
