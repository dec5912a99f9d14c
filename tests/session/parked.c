/* A function that can be replaced while a thread is inside it: `f` parks, in one of many ways, and then says which
   version of it this was. Compiled twice, with VERSION 1 and 2; functions it calls are taken from the first. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <semaphore.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

volatile int spinning, released;
sem_t semaphore;
extern void wait_in_python(void);
static volatile int descriptor;

__attribute__((noinline)) int deep(int levels, int fd) {
  volatile char room[256];
  room[0] = levels;
  if (levels)
    return deep(levels - 1, fd) + room[0] - levels;
  char byte;
  return read(fd, &byte, 1);
}

static int compare(const void *a, const void *b) {
  if (*(const int *)a == 3)
    deep(3, descriptor);
  return *(const int *)a - *(const int *)b;
}

static void handler(int signal) {
  (void)signal;
  deep(3, descriptor);
}

int f(int kind, int fd) {
  struct timespec time;
  struct pollfd one = {fd, POLLIN, 0};
  struct epoll_event event = {EPOLLIN, {0}};
  int result = 0;
  switch (kind) {
  case 0:
    result = deep(20, fd) - 1;
    break;
  case 1:
    result = poll(&one, 1, 20000) - 1;
    break;
  case 2:
    time = (struct timespec){1, 0};
    do
      result = nanosleep(&time, 0);
    while (!released);
    break;
  case 3: {
    int set = epoll_create1(0);
    epoll_ctl(set, EPOLL_CTL_ADD, fd, &event);
    result = epoll_wait(set, &event, 1, 20000) - 1;
    close(set);
    break;
  }
  case 4:
    clock_gettime(CLOCK_REALTIME, &time);
    time.tv_sec += 20;
    result = sem_timedwait(&semaphore, &time);
    break;
  case 5:
    wait_in_python();
    break;
  case 6: {
    int numbers[8] = {5, 2, 7, 3, 1, 8, 6, 4};
    descriptor = fd;
    qsort(numbers, 8, sizeof *numbers, compare);
    result = numbers[0] - 1 + numbers[7] - 8;
    break;
  }
  case 7: {
    stack_t stack = {malloc(65536), 0, 65536}, before;
    struct sigaction action, old;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_ONSTACK | SA_RESTART;
    descriptor = fd;
    sigaltstack(&stack, &before);
    sigaction(SIGUSR2, &action, &old);
    raise(SIGUSR2);
    sigaction(SIGUSR2, &old, 0);
    sigaltstack(&before, 0);
    explicit_bzero(stack.ss_sp, stack.ss_size); /* what is left there would look as if it led back here */
    free(stack.ss_sp);
    break;
  }
  case 8:
    spinning = 1;
    while (!released)
      ;
    break;
  }
  return result ? -kind - 1 : VERSION * 100 + kind;
}

int post(void) { return sem_post(&semaphore); }

/* A coroutine on the heap. */
static ucontext_t inside, outside;
int state;

__attribute__((noinline)) void coroutine(void) {
  state = VERSION * 100 + 1;
  swapcontext(&inside, &outside);
  state = VERSION * 100 + 2;
}

static void run(void) { coroutine(); }

int start(void) {
  getcontext(&inside);
  inside.uc_stack.ss_sp = malloc(65536);
  inside.uc_stack.ss_size = 65536;
  inside.uc_link = &outside;
  makecontext(&inside, run, 0);
  swapcontext(&outside, &inside);
  return state;
}

int resume(void) {
  swapcontext(&outside, &inside);
  return state;
}

/* Never sees EINTR: no handler is installed. */
volatile int interrupted, rounds, ending;

int patient(int unused) {
  struct timespec time = {0, 300000};
  struct pollfd none = {-1, 0, 0};
  int set = epoll_create1(0);
  struct epoll_event event;
  while (!ending) {
    if (poll(&none, 1, 1) < 0 && errno == EINTR)
      interrupted++;
    if (nanosleep(&time, 0) < 0 && errno == EINTR)
      interrupted++;
    if (epoll_wait(set, &event, 1, 1) < 0 && errno == EINTR)
      interrupted++;
    rounds++;
  }
  close(set);
  return unused;
}

int busy(int unused) {
  while (!ending)
    unused ^= rounds;
  return 0 * unused;
}
