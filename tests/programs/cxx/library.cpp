// A slice of the standard library: containers, algorithms, strings, function objects, streams.
//! levels: noopt O0 O3 g
#include <algorithm>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

template <class T> static std::string join(const std::vector<T> &values) {
    std::ostringstream out;
    for (const auto &v : values)
        out << std::setw(4) << v << ';';
    return out.str();
}

int main() {
    std::vector<int> numbers(20);
    std::iota(numbers.begin(), numbers.end(), -5);
    std::sort(numbers.begin(), numbers.end(), [](int a, int b) { return a % 5 < b % 5 || (a % 5 == b % 5 && a < b); });
    std::cout << join(numbers) << '\n';
    std::map<std::string, std::function<double(double)>> functions{
        {"half", [](double x) { return x / 2; }}, {"square", [](double x) { return x * x; }}};
    for (auto &[name, f] : functions)
        std::cout << name << ' ' << std::fixed << std::setprecision(2) << f(3) << '\n';
    auto shared = std::make_shared<std::string>(50, 'x');
    std::weak_ptr<std::string> weak = shared;
    std::cout << shared.use_count() << ' ' << shared->size() << ' ';
    shared.reset();
    std::cout << weak.expired() << '\n';
}
