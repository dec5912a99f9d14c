// main's third argument is environ, and holds what the caller set: nothing that Python or rejit added (LC_CTYPE).
//! env: {"LC_ALL": None, "LANG": None, "LC_CTYPE": None, "REJIT_TEST_BYTES": "\xff="}
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

static int compare(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

int main(int argc, char **argv, char **envp) {
    int n = 0;
    printf("%d %d\n", argc, envp == environ);
    while (envp[n])
        n++;
    qsort(envp, (size_t)n, sizeof *envp, compare);
    for (int i = 0; i < n; i++)
        printf("%.*s %zu\n", (int)strcspn(envp[i], "="), envp[i], strlen(envp[i])); // no values: they may be secret
    (void)argv;
    return 0;
}
