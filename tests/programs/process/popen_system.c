// popen, system and posix_spawn: their children see no extra descriptors, and their statuses are the program's to collect.
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

extern char **environ;

int main(void) {
    char line[64] = "";
    FILE *pipe = popen("echo from popen; exit 4", "r");
    if (!pipe || !fgets(line, sizeof line, pipe))
        return 1;
    printf("%s", line);
    printf("%d\n", WEXITSTATUS(pclose(pipe)));
    fflush(stdout);
    printf("%d\n", WEXITSTATUS(system("echo from system; exit 6")));
    fflush(stdout);
    pid_t child;
    int status;
    char *const arguments[] = {"sh", "-c", "echo spawned; exit 8", NULL};
    if (posix_spawnp(&child, "sh", NULL, NULL, arguments, environ))
        return 2;
    waitpid(child, &status, 0);
    printf("%d\n", WEXITSTATUS(status));
    return 0;
}
