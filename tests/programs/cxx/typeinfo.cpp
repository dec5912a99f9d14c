// A type thrown by one module is caught by the other: typeinfo is linkonce_odr and compared by address or name.
//! levels: noopt O0
#include <cstdio>
#include <typeinfo>

struct Error {
    virtual ~Error() = default;
    virtual int code() const { return 1; }
};
void part_throw(int);
int part_catch(void (*)());
const std::type_info &part_type();

int main() {
    for (int i = 0; i < 2; i++)
        try {
            part_throw(i);
        } catch (const Error &e) {
            std::printf("error %d\n", e.code());
        }
    std::printf("%d\n", part_catch([] { throw Error(); }));
    std::printf("%d\n", part_type() == typeid(Error));
}
