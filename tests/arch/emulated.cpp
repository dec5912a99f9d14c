// C++ exceptions, clean-ups, guards of static variables, virtual calls; thread-local variables in several threads.
#include <pthread.h>
#include <stdio.h>

struct Noise {
  int n;
  explicit Noise(int n) : n(n) {}
  ~Noise() { printf("gone %d;", n); }
};
struct Failure {
  virtual ~Failure() {}
  virtual const char *what() const { return "failure"; }
};
struct Bottom : Failure {
  const char *what() const override { return "bottom"; }
};

static thread_local int counter = 5;
thread_local long zero;
thread_local Noise *lazy = new Noise(0);

__attribute__((noinline)) static int deep(int n) {
  Noise here(n);
  if (!n)
    throw Bottom();
  return deep(n - 1) + 1;
}

__attribute__((noinline)) static int caught(int n) {
  try {
    return deep(n);
  } catch (const Failure &failure) {
    printf("caught %s\n", failure.what());
    return -1;
  }
}

static int once() {
  static Noise first(99);
  return first.n;
}

static void *thread(void *argument) {
  long n = (long)argument;
  for (int i = 0; i < 1000; i++)
    counter += n, zero -= n, lazy->n++;
  try {
    caught(1);
    throw n;
  } catch (long thrown) {
    counter += thrown;
  }
  return (void *)(counter * 10l + zero + lazy->n);
}

int main() {
  printf("%d\n", caught(3));
  try {
    try {
      throw 7;
    } catch (...) {
      Noise on_the_way(8);
      throw;
    }
  } catch (int n) {
    printf("int %d\n", n);
  }
  counter += 2, zero++;
  for (long n = 1; n < 4; n++) {
    pthread_t one;
    void *result;
    pthread_create(&one, 0, thread, (void *)n);
    pthread_join(one, &result);
    printf("thread %ld\n", (long)result);
  }
  printf("tls %d %ld %d once %d\n", counter, zero, lazy->n, once() + once());
  delete lazy;
  return 3;
}
