// Exceptions through frames of old and new bodies; clean-ups run in both, handlers in an activation that was replaced.
#include <cstdio>
#include <stdexcept>

static long alive, cleaned;
struct Guard {
    Guard() { alive++; }
    ~Guard() { alive--, cleaned++; }
};

[[gnu::noinline]] static long deep(int depth, int value) {
    Guard guard;
    if (depth == 0) {
        if (value % 3 == 0)
            throw value;
        if (value % 3 == 1)
            throw std::runtime_error("odd");
        return value;
    }
    return deep(depth - 1, value) + 1;
}

[[gnu::noinline]] static long caught(int depth, int value) {
    Guard guard;
    try {
        return deep(depth, value);
    } catch (int thrown) {
        return -thrown;
    }
}

// Its activation stays while all of the others, and it itself, are replaced: `again` calls it from a handler.
[[gnu::noinline]] static long handles(int again) {
    long sum = 0;
    for (int i = 0; i < 400; i++) {
        try {
            sum += caught(i % 6, i);
        } catch (const std::exception &error) {
            sum += error.what()[0];
            if (again && i % 100 == 1)
                sum += handles(0);
        }
    }
    return sum;
}

int main() {
    long sum = 0;
    for (int i = 0; i < 4; i++)
        sum = sum * 3 + handles(1);
    std::printf("%ld %ld %ld\n", sum, alive, cleaned);
    return 0;
}
