// A key's destructor is entered for the first time while its thread is already ending; so is a pthread_once routine.
#include <pthread.h>
#include <stdio.h>

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int destroyed, initialised;
static __attribute__((noinline)) int twice(int x) { return 2 * x; }
static void destroy(void *value) { destroyed += twice(*(int *)value); }
static void initialise(void) { initialised++; }
static void *thread(void *arg) {
    pthread_once(&once, initialise);
    pthread_setspecific(key, arg);
    return NULL;
}

int main(void) {
    pthread_t ids[4];
    int values[4] = {1, 2, 3, 4};
    pthread_key_create(&key, destroy);
    for (int i = 0; i < 4; i++) {
        pthread_create(&ids[i], NULL, thread, &values[i]);
        pthread_join(ids[i], NULL);
    }
    printf("%d %d\n", destroyed, initialised);
    return 0;
}
