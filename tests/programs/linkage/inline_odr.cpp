// linkonce_odr functions, their static locals and inline variables exist once although two modules define them.
//! smoke
//! levels: noopt O0
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

int part(int &, Tracker &, int (*)(int));

int main() {
    counter()++;
    tracker().count += 5;
    int r = part(counter(), tracker(), twice<int>);
    std::printf("%d %d %d %d\n", r, counter(), tracker().count, global_tracker.count);
    std::printf("%d\n", Holder<int>::value);
}
