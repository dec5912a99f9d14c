// main stands first: where a line has no code yet, GDB takes the next one that has, and there is none below.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct point { int x, y; };

static int crash(int how);
static int shown(struct point *p, int n);
static long spin(const char *form);
static long work(long n);
static void close_all(void);

int main(int argc, char **argv) {
  struct point p = {3, 4};
  const char *what = argv[1];
  if (!strcmp(what, "crash"))
    return crash(argc); // main crashes
  if (!strcmp(what, "raise"))
    return raise(11);
  if (!strcmp(what, "close"))
    close_all();
  if (!strcmp(what, "fork")) {
    int status;
    if (!fork())
      _exit(!work(10));
    wait(&status);
    return status != 0;
  }
  if (!strcmp(what, "spin"))
    return !spin(argv[2]);
  return shown(&p, 5) + !work(10);
}

static long work(long n) {
  long sum = 0;
  for (long i = 0; i < n; i++)
    sum += i * i % 7; // work's loop
  return sum + 1;
}

static int shown(struct point *p, int n) {
  int product = p->x * n;
  return product - 15; // shown returns
}

// Whether a file that is named by a form with %d for the process has the name of a continuation in it.
static int seen(const char *form) {
  static char buffer[1 << 20];
  char path[4096];
  snprintf(path, sizeof path, form, getpid());
  int file = open(path, O_RDONLY);
  long size = file < 0 ? 0 : read(file, buffer, sizeof buffer);
  if (file >= 0)
    close(file);
  return size > 0 && memmem(buffer, size, "spin [osr", 9) != 0;
}

// Turns until its own loop goes on in better code.
static long spin(const char *form) {
  long sum = 0;
  for (long i = 1; i < 1L << 40; i++) {
    sum += i % 3; // spin's loop
    if (i % 50000 == 0) {
      sum += work(100);
      if (seen(form))
        return sum;
    }
  }
  return 0;
}

static void close_all(void) {
  for (int i = 3; i < 2000; i++)
    close(i);
  for (int i = 0; i < 900; i++) // so that any descriptor that is written to now is another's
    dup(2);
}

static int compare(const void *a, const void *b) {
  const int *left = a, *right = *(const int *const *)b;
  return *left - *right; // compare crashes
}

static int crash(int how) {
  long bad[2] = {how, how};
  qsort(bad, 2, sizeof bad[0], compare); // crash sorts
  return 1;
}
