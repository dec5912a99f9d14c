/* What contract.py asks of C, the same for every CPU: callers that know what a function call must leave alone. */
#define _GNU_SOURCE
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>
#include "probes.h"

/* -- plain calls ------------------------------------------------------------------------------------------------- */

long plus_one(long x) { return x + 1; }
long plus_two(long x) { return x + 2; }
long twice_through(long (*f)(long), long x) { return 1000 * f(x) + f(x); }

double sum_doubles(int count, ...)
{
    va_list list;
    double sum = 0;
    va_start(list, count);
    for (int i = 0; i < count; i++)
        sum = sum * 2 + va_arg(list, double);
    va_end(list);
    return sum;
}

double call_varargs(double (*f)(int, ...))
{
    return f(10, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
}

/* How far the stack is from its alignment in a function called with these words on the stack. */
static long misaligned(void)
{
    unsigned char here[16] __attribute__((aligned(16)));
    uintptr_t address = (uintptr_t)here;
    __asm__ volatile("" : "+r"(address) : : "memory");
    return address & 15;
}
long misalignment(void) { return misaligned(); }

/* What stands for the functions the support block calls: each looks how its stack is aligned. */
static uintptr_t answer;
static long worst;
static uintptr_t look(uintptr_t result)
{
    worst |= misaligned();
    return result;
}
uintptr_t word_nothing(void) { return look(0); }
uintptr_t word_object(void) { return look(1); }
uintptr_t word_answer(void) { return look(answer); }
static int spoilt_level;
uintptr_t word_spoil(void)
{
    spoil(spoilt_level);
    return 0;
}
void fp_reset(void) { fesetenv(FE_DFL_ENV); }
/* Leaves nothing but ones below the stack pointer. */
void fill_stack(void)
{
    unsigned char room[1 << 14];
    memset(room, 0xff, sizeof room);
    __asm__ volatile("" : : "r"(room) : "memory");
}
void spoil_at(int level) { spoilt_level = level; }
void answer_with(uintptr_t address) { answer = address, worst = 0; }
long misalignment_seen(void) { return worst; }

/* -- errno, floating point ----------------------------------------------------------------------------------------- */

int errno_around(void (*f)(void), int value)
{
    errno = value;
    f();
    return errno;
}
int upward(void) { return FE_UPWARD; }
void set_errno(int value) { errno = value; }

/* 0 if floating point is as a C program finds it at its start, else what is not. */
unsigned fp_trouble(void)
{
    volatile double tiny = DBL_MIN, one = 1, three = 3;
    volatile long double lone = 1;
    unsigned found = 0;
    found |= (fegetround() != FE_TONEAREST) << 0;
    found |= (fegetexcept() != 0) << 1;
    found |= (fetestexcept(FE_ALL_EXCEPT) != 0) << 2;
    found |= (tiny / 2 == 0) << 3;                /* flushes to zero */
    found |= (tiny / 4 * 4 != tiny) << 4;         /* denormals are zero */
    found |= (one / three != 1.0 / 3) << 5;
    found |= (lone / 3 != 1.0L / 3) << 6;         /* x87: precision */
    feclearexcept(FE_ALL_EXCEPT);
    return found;
}

/* Calls with rounding upward, an exception enabled, and a flag raised; 0 if it is all like that afterwards. */
unsigned fp_around(void (*f)(void))
{
    fenv_t before;
    unsigned found = 0;
    fegetenv(&before);
    feclearexcept(FE_ALL_EXCEPT);
    fesetround(FE_UPWARD);
    feraiseexcept(FE_UNDERFLOW);
    feenableexcept(FE_DIVBYZERO);
    int enabled = fegetexcept(); /* none, where the CPU cannot trap */
    int raised = fetestexcept(FE_ALL_EXCEPT);
    f();
    found |= (fegetround() != FE_UPWARD) << 0;
    found |= (fetestexcept(FE_ALL_EXCEPT) != raised) << 1;
    found |= (fegetexcept() != enabled) << 2;
    fesetenv(&before);
    return found;
}

/* -- signals ------------------------------------------------------------------------------------------------------- */

static volatile int arrived;
static void count_arrival(int signal) { (void)signal, arrived++; }
int arrivals(void) { return arrived; }

/* Installs a handler (0: one that counts), on the alternate stack if there is one. */
int install(int signal, void (*handler)(int), int flags)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler ? handler : count_arrival;
    action.sa_flags = flags;
    arrived = 0;
    return sigaction(signal, &action, 0);
}

/* Calls with one signal blocked; 0 if exactly that one is blocked afterwards. */
int mask_around(void (*f)(void), int signal)
{
    sigset_t one, before, after;
    int wrong = 0;
    sigemptyset(&one);
    sigaddset(&one, signal);
    pthread_sigmask(SIG_SETMASK, &one, &before);
    f();
    pthread_sigmask(SIG_SETMASK, &before, &after);
    for (int s = 1; s < 65; s++)
        wrong += sigismember(&one, s) != sigismember(&after, s);
    return wrong;
}

int send_to_this_thread(int signal) { return pthread_kill(pthread_self(), signal); }

long red_zone_around(int signal) { return red_zone(getpid(), syscall(SYS_gettid), signal); }

/* Runs red_zone with an alternate stack of that size. */
long red_zone_on_alternate_stack(int signal, size_t size)
{
    stack_t stack = {.ss_sp = malloc(size), .ss_size = size}, before;
    if (sigaltstack(&stack, &before))
        return -errno;
    long changed = red_zone_around(signal);
    sigaltstack(&before, 0);
    free(stack.ss_sp);
    return changed;
}

static sigjmp_buf back;
static void (*tell)(void *);
static void on_nothing(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    tell(context);
    siglongjmp(back, 1);
}

/* Jumps to address 0, and has the handler called with the signal's context. */
void call_nothing(void (*handler)(void *))
{
    struct sigaction action, before;
    void (*volatile nothing)(void) = 0;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_nothing;
    action.sa_flags = SA_SIGINFO;
    tell = handler;
    sigaction(SIGSEGV, &action, &before);
    if (!sigsetjmp(back, 1))
        nothing();
    sigaction(SIGSEGV, &before, 0);
}

/* -- threads ------------------------------------------------------------------------------------------------------- */

struct start { long (*f)(long); long argument, result; pthread_barrier_t *barrier; };

static void *enter_together(void *given)
{
    struct start *start = given;
    pthread_barrier_wait(start->barrier);
    start->result = start->f(start->argument);
    return 0;
}

/* Calls f(0) .. f(count-1) at once, each in a thread of its own with that stack; -1 if threads cannot be made. */
int at_once(long (*f)(long), int count, size_t stack, long *results)
{
    pthread_t threads[count];
    struct start starts[count];
    pthread_barrier_t barrier;
    pthread_attr_t attributes;
    pthread_barrier_init(&barrier, 0, count);
    pthread_attr_init(&attributes);
    if (stack)
        pthread_attr_setstacksize(&attributes, stack);
    for (int i = 0; i < count; i++) {
        starts[i] = (struct start){f, i, -1, &barrier};
        if (pthread_create(&threads[i], &attributes, enter_together, &starts[i]))
            return -1;
    }
    for (int i = 0; i < count; i++) {
        pthread_join(threads[i], 0);
        results[i] = starts[i].result;
    }
    pthread_attr_destroy(&attributes);
    pthread_barrier_destroy(&barrier);
    return 0;
}

/* -- cancellation -------------------------------------------------------------------------------------------------- */

struct cancelled { void (*f)(void); int state, type, after; int *trace; };
enum { CLEANED = 1, RETURNED = 2, SURVIVED = 4, CANCELLED = 8 };

static void cleaned(void *trace) { *(int *)trace |= CLEANED; }

static void *be_cancelled(void *given)
{
    struct cancelled *how = given;
    pthread_setcancelstate(how->state, 0);
    pthread_setcanceltype(how->type, 0);
    pthread_cleanup_push(cleaned, how->trace);
    how->f();
    *how->trace |= RETURNED;
    pthread_setcancelstate(how->state, &how->after);
    pthread_testcancel();
    *how->trace |= SURVIVED;
    pthread_cleanup_pop(0);
    return 0;
}

/* Calls f in a thread of that cancel state and type: what happened, and the cancel state after the call times 16. */
int cancel_around(void (*f)(void), int enabled, int asynchronous)
{
    pthread_t thread;
    void *result;
    int trace = 0;
    struct cancelled how = {
        f, enabled ? PTHREAD_CANCEL_ENABLE : PTHREAD_CANCEL_DISABLE,
        asynchronous ? PTHREAD_CANCEL_ASYNCHRONOUS : PTHREAD_CANCEL_DEFERRED, 0, &trace};
    if (pthread_create(&thread, 0, be_cancelled, &how))
        return -1;
    pthread_join(thread, &result);
    return trace | (result == PTHREAD_CANCELED ? CANCELLED : 0) | (how.after == how.state ? 0 : 16);
}

/* Cancels the calling thread and meets cancellation points. */
void cancel_here(void)
{
    pthread_cancel(pthread_self());
    pthread_testcancel();
    usleep(1);
}

/* -- what gates lead to; functions with many parameters are generated ------------------------------------------------ */

struct integers { long a, b; };
struct doubles { double a, b; };
struct mixed { long a; double b; };
struct mixed2 { double a; long b; };
struct large { long a[5]; };

/* Results that are no argument: a gate that loses one would otherwise not be found out. */
struct integers return_integers(long a, long b) { return (struct integers){b + 1, a + 1}; }
struct doubles return_doubles(double a, double b) { return (struct doubles){b * 2, a * 2}; }
struct mixed return_mixed(long a, double b) { return (struct mixed){a + 1, b * 2}; }
struct mixed2 return_mixed2(double a, long b) { return (struct mixed2){a * 2, b + 1}; }
struct large return_large(long a, long b) { return (struct large){{a, b, a + b, a - b, a * b}}; }
float return_float(float a, double b) { return a - (float)b; }
long double return_long_double(long double a, long double b) { return a / b; }
long double long_doubles_between(long a, long double b, long c, double d, long double e)
{
    return a + 2 * b + 3 * c + 4 * d + 5 * e;
}
long sum_large(struct large by_value, long last)
{
    return by_value.a[0] + 2 * by_value.a[1] + 3 * by_value.a[2] + 4 * by_value.a[3] + 5 * by_value.a[4] + 6 * last;
}
