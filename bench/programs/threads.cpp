// A small C++17 program of the corpus: an expression evaluator run by a pool of threads. It is here for what C code does not
// have: exceptions that cross many frames and threads, destructors run by unwinding, virtual calls and RTTI, thread_local
// objects with destructors, guarded static locals, global constructors, templates with linkonce_odr bodies.
//
// Usage: threads [EXPRESSIONS [THREADS]]. The output depends on EXPRESSIONS only.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <queue>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace {

std::atomic<int> live_nodes{0};
std::atomic<int> thread_caches_made{0}, thread_caches_destroyed{0};

struct SyntaxError : std::runtime_error {
    std::size_t position;
    SyntaxError(const std::string &what, std::size_t at) : std::runtime_error(what), position(at) {}
};

struct DivisionByZero : std::domain_error {
    DivisionByZero() : std::domain_error("division by zero") {}
};

// -- expression trees ------------------------------------------------------------------------------------------------

struct Node {
    Node() { ++live_nodes; }
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;
    virtual ~Node() { --live_nodes; }
    virtual std::int64_t evaluate(std::int64_t x) const = 0;
};

using NodePointer = std::unique_ptr<Node>;

struct Constant final : Node {
    std::int64_t value;
    explicit Constant(std::int64_t v) : value(v) {}
    std::int64_t evaluate(std::int64_t) const override { return value; }
};

struct Variable final : Node {
    std::int64_t evaluate(std::int64_t x) const override { return x; }
};

struct Binary : Node {
    NodePointer left, right;
    Binary(NodePointer l, NodePointer r) : left(std::move(l)), right(std::move(r)) {}
};

template <typename Operation> struct Operator final : Binary {
    using Binary::Binary;
    std::int64_t evaluate(std::int64_t x) const override {
        return Operation{}(left->evaluate(x), right->evaluate(x));
    }
};

template <typename T> struct Wrapping {  // unsigned arithmetic: no overflow is undefined
    std::int64_t operator()(std::int64_t a, std::int64_t b) const {
        return static_cast<std::int64_t>(T{}(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b)));
    }
};

struct Divide {
    std::int64_t operator()(std::int64_t a, std::int64_t b) const {
        if (b == 0) throw DivisionByZero();
        return b == -1 ? -a : a / b;
    }
};

class Parser {
    const std::string &text;
    std::size_t at = 0;

    NodePointer atom() {
        if (at >= text.size()) throw SyntaxError("unexpected end", at);
        const char c = text[at];
        if (c == '(') {
            ++at;
            NodePointer inner = sum();
            if (at >= text.size() || text[at] != ')') throw SyntaxError("expected )", at);
            ++at;
            return inner;
        }
        if (c == 'x') return ++at, std::make_unique<Variable>();
        if (c < '0' || c > '9') throw SyntaxError(std::string("unexpected '") + c + "'", at);
        std::int64_t value = 0;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') value = value * 10 + (text[at++] - '0');
        return std::make_unique<Constant>(value);
    }

    NodePointer product() {
        NodePointer node = atom();
        while (at < text.size() && (text[at] == '*' || text[at] == '/')) {
            const bool times = text[at++] == '*';
            NodePointer right = atom();
            if (times)
                node = std::make_unique<Operator<Wrapping<std::multiplies<std::uint64_t>>>>(std::move(node), std::move(right));
            else
                node = std::make_unique<Operator<Divide>>(std::move(node), std::move(right));
        }
        return node;
    }

    NodePointer sum() {
        NodePointer node = product();
        while (at < text.size() && (text[at] == '+' || text[at] == '-')) {
            const bool plus = text[at++] == '+';
            NodePointer right = product();
            if (plus)
                node = std::make_unique<Operator<Wrapping<std::plus<std::uint64_t>>>>(std::move(node), std::move(right));
            else
                node = std::make_unique<Operator<Wrapping<std::minus<std::uint64_t>>>>(std::move(node), std::move(right));
        }
        return node;
    }

  public:
    explicit Parser(const std::string &t) : text(t) {}
    NodePointer parse() {
        NodePointer node = sum();
        if (at != text.size()) throw SyntaxError("trailing text", at);
        return node;
    }
};

// -- a pool of threads -----------------------------------------------------------------------------------------------

struct ThreadCache {
    std::map<std::string, int> seen;
    ThreadCache() { ++thread_caches_made; }
    ~ThreadCache() { ++thread_caches_destroyed; }
};

thread_local ThreadCache cache;

class Pool {
    std::mutex mutex;
    std::condition_variable ready;
    std::queue<std::function<void()>> tasks;
    std::vector<std::thread> threads;
    bool closing = false;

    void work() {
        for (;;) {
            std::function<void()> task;
            {
                std::unique_lock<std::mutex> lock(mutex);
                ready.wait(lock, [this] { return closing || !tasks.empty(); });
                if (tasks.empty()) return;
                task = std::move(tasks.front());
                tasks.pop();
            }
            task();
        }
    }

  public:
    explicit Pool(int count) {
        for (int i = 0; i < count; ++i) threads.emplace_back(&Pool::work, this);
    }
    ~Pool() {
        {
            std::lock_guard<std::mutex> lock(mutex);
            closing = true;
        }
        ready.notify_all();
        for (std::thread &thread : threads) thread.join();
    }
    template <typename Function> auto submit(Function function) {
        using Result = decltype(function());
        auto task = std::make_shared<std::packaged_task<Result()>>(std::move(function));
        std::future<Result> result = task->get_future();
        {
            std::lock_guard<std::mutex> lock(mutex);
            tasks.emplace([task] { (*task)(); });
        }
        ready.notify_one();
        return result;
    }
};

// -- the work --------------------------------------------------------------------------------------------------------

const std::vector<std::string> &templates() {
    static const std::vector<std::string> all = {"x*x+3*(x-7)", "(x+1)/(x-5)", "((x+2)*(x+3)", "10/(x-x)+x", "x*(2+x*(3+x*4))", "x?1"};
    return all;
}

std::int64_t evaluate(const std::string &text, std::int64_t x) {
    ++cache.seen[text];
    return Parser(text).parse()->evaluate(x);
}

using Outcome = std::variant<std::int64_t, std::string>;

Outcome collect(std::future<std::int64_t> &future) {
    try {
        return future.get();
    } catch (const SyntaxError &error) {
        std::ostringstream message;
        message << error.what() << " at " << error.position;
        return message.str();
    } catch (const std::domain_error &error) {
        return std::string(dynamic_cast<const DivisionByZero *>(&error) ? "zero: " : "other: ") + error.what();
    }
}

int nested(int depth) {  // throws and rethrows through `depth` frames with cleanups
    auto guard = std::make_unique<Constant>(depth);
    if (depth == 0) throw DivisionByZero();
    try {
        return nested(depth - 1);
    } catch (const DivisionByZero &) {
        if (depth % 3 == 0) throw;
        std::throw_with_nested(std::runtime_error("level " + std::to_string(depth)));
    } catch (const std::exception &) {
        if (depth % 5 == 0) return depth;
        throw;
    }
}

}  // namespace

int main(int argc, char **argv) {
    const int expressions = argc > 1 ? std::atoi(argv[1]) : 3000;
    const int count = argc > 2 ? std::atoi(argv[2]) : 4;
    std::map<std::string, int> errors;
    std::uint64_t checksum = 0;
    {
        Pool pool(count);
        std::vector<std::future<std::int64_t>> results;
        for (int i = 0; i < expressions; ++i) {
            const std::string &text = templates()[static_cast<std::size_t>(i) % templates().size()];
            results.push_back(pool.submit([&text, i] { return evaluate(text, i % 11); }));
        }
        for (auto &result : results) {
            const Outcome outcome = collect(result);
            if (const auto *value = std::get_if<std::int64_t>(&outcome))
                checksum = checksum * 31 + static_cast<std::uint64_t>(*value);
            else
                ++errors[std::get<std::string>(outcome)];
        }
    }
    for (const auto &[message, times] : errors) std::cout << message << ": " << times << "\n";
    std::cout << "checksum " << checksum << ", nested " << nested(20) << ", live nodes " << live_nodes
              << ", thread caches left " << thread_caches_made - thread_caches_destroyed << std::endl;
    return 0;
}
