// Exceptions that meet loops: thrown and caught around, inside and below the frame that was replaced.
#include <cstdint>
#include <stdexcept>
#include <string>
using I = int64_t;
extern "C" {
I sink;
}
struct Guard { // its destructor must run once, whoever unwinds
    I by;
    ~Guard() { sink = sink * 31 + by; }
};
static __attribute__((noinline)) void may_throw(I x) {
    if (x % 5 == 3) throw x;
    if (x % 7 == 6) throw std::runtime_error("seven");
    sink ^= x;
}
extern "C" {
I inside(I n, I m) {
    I s = 0;
    for (I i = 0; i < n; i++) {
        Guard g{i};
        try { may_throw(i + m); s += i; } catch (I x) { s = s * 3 + x; } catch (std::exception &e) { s = s * 5 + e.what()[0]; }
    }
    return s;
}
I around(I n, I m) {
    I s = 1;
    try {
        Guard g{n};
        for (I i = 0; i < n; i++) { Guard h{i}; s = s * 3 + i; may_throw(i + m); }
    } catch (I x) { s += x * 1000; for (I i = 0; i < 4; i++) s ^= s << i; } catch (...) { s += 7; }
    return s;
}
static __attribute__((noinline)) I escapes(I n, I m) {
    Guard g{n};
    I s = 0;
    for (I i = 0; i < n; i++) { Guard h{i}; s += i; may_throw(i + m); }
    return s;
}
I below(I n, I m) { I s = 0; for (I i = 0; i < 3; i++) { try { s += escapes(n, m + i); } catch (I x) { s = s * 7 + x; } catch (std::exception &) { s = s * 9 + 1; } } return s; }
I rethrown(I n, I m) {
    I s = 0;
    try { for (I i = 0; i < n; i++) try { may_throw(i * m); } catch (I x) { s += x; if (i > 2) throw; } } catch (I x) { return s * 2 + x; } catch (...) { return s * 3; }
    return s;
}
I retries(I n, I m) { I s = 0, i = 0; again: try { while (i < n) { s = s * 3 + i; may_throw(i++ + m); } } catch (...) { s += 1; goto again; } return s; }
static __attribute__((noinline)) I no_throw(I n, I m) noexcept { I s = m; std::string t; for (I i = 0; i < n; i++) { t += char('a' + i % 20); s = s * 3 + t[t.size() / 2]; } return s; }
I strings(I n, I m) { return no_throw(n, m); }
I news(I n, I m) { I s = 0; for (I k = 0; k < 3; k++) { std::string *t = new std::string[n % 5 + 1]; for (I i = 0; i <= n % 5; i++) t[i] = std::string(i + 3, 'x'); for (I i = 0; i < n; i++) s = s * 3 + (I)t[i % (n % 5 + 1)].size() + k; delete[] t; } return s; }
}
