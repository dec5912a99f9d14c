// SIGEV_THREAD: libc makes a thread that Python never saw, which enters new functions at once.
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

static sem_t done;
static int value;
static __attribute__((noinline)) int compute(int x) { return x * 5; }
static void notify(union sigval v) {
    value = compute(v.sival_int);
    sem_post(&done);
}

int main(void) {
    timer_t timer;
    struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = notify, .sigev_value.sival_int = 8};
    struct itimerspec when = {{0, 0}, {0, 1000000}};
    sem_init(&done, 0, 0);
    if (timer_create(CLOCK_MONOTONIC, &event, &timer))
        return 1;
    timer_settime(timer, 0, &when, NULL);
    sem_wait(&done);
    printf("%d\n", value);
    return 0;
}
