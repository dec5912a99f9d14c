// A C++20 coroutine that is suspended while control is in Python. Compiled twice, with VERSION 1 and 2.
#include <coroutine>

struct Task {
  struct promise_type {
    int value = 0;
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int given) noexcept {
      value = given;
      return {};
    }
    void return_void() noexcept {}
    void unhandled_exception() noexcept {}
  };
  std::coroutine_handle<promise_type> handle;
};

static void *current;

extern "C" Task count(int from) {
  for (int n = from;; n++)
    co_yield VERSION * 100 + n;
}

static std::coroutine_handle<Task::promise_type> handle() {
  return std::coroutine_handle<Task::promise_type>::from_address(current);
}

extern "C" int start() {
  current = count(1).handle.address();
  return handle().promise().value;
}

extern "C" int go_on() {
  handle().resume();
  return handle().promise().value;
}

extern "C" void finish() { handle().destroy(); }
