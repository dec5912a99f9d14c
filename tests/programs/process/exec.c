// execve replaces the process: status and output are the new program's, which inherits no descriptor and no signal setting.
//! status: 3
#include <stdio.h>
#include <unistd.h>

extern char **environ;

int main(void) {
    char *const arguments[] = {"sh", "-c", "ls /proc/self/fd | wc -l; grep SigIgn /proc/self/status; grep SigBlk /proc/self/status; exit 3", NULL};
    puts("before");
    fflush(stdout);
    execve("/bin/sh", arguments, environ);
    return 1;
}
