// Ends as its first argument says. Of a run that ends so a report is written.
#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int forks(const char *report) {
  int status, early = 0;
  for (int hard = 0; hard < 2; hard++) {
    pid_t child = fork();
    if (!child && hard) _exit(0);
    if (!child) exit(0);
    waitpid(child, &status, 0);
    early |= access(report, F_OK) == 0;
  }
  return early ? 1 : 7;
}

int main(int argc, char **argv) {
  const char *how = argv[1];
  if (!strcmp(how, "exit")) exit(3);
  if (!strcmp(how, "_exit")) _exit(4);
  if (!strcmp(how, "quick_exit")) quick_exit(5);
  if (!strcmp(how, "abort")) abort();
  if (!strcmp(how, "assert")) assert(argc == 77);
  if (!strcmp(how, "crash")) *(volatile int *)8 = 1;
  if (!strcmp(how, "fork")) return forks(argv[2]);
  if (!strcmp(how, "chdir")) return chdir("/") ? 1 : 6;
  if (!strcmp(how, "rmdir")) return rmdir(argv[2]) ? 1 : 9;
  if (!strcmp(how, "close")) {
    for (int i = 3; i < 4096; i++) close(i);
    return 8;
  }
  if (!strcmp(how, "ignore_children")) {
    signal(SIGCHLD, SIG_IGN);
    return 10;
  }
  if (!strcmp(how, "pthread_exit")) pthread_exit(NULL);
  return 0;
}
