// Second module of typeinfo.cpp.
#include <typeinfo>

struct Error {
    virtual ~Error() = default;
    virtual int code() const { return 1; }
};
namespace {
struct Hidden : Error {
    int code() const override { return 2; }
};
}
void part_throw(int n) {
    if (n)
        throw Hidden();
    throw Error();
}
int part_catch(void (*f)()) {
    try {
        f();
    } catch (const Error &e) {
        return e.code() * 10;
    }
    return 0;
}
const std::type_info &part_type() { return typeid(Error); }
