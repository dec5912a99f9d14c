// dlopen and dlsym from a program: libraries, the process itself, and a handle that is closed again.
//! levels: noopt
//! load: libdl.so.2
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    void *library = dlopen("libm.so.6", RTLD_NOW), *self = dlopen(NULL, RTLD_NOW);
    double (*cosine)(double) = (double (*)(double))dlsym(library, "cos");
    size_t (*length)(const char *) = (size_t(*)(const char *))dlsym(self, "strlen");
    printf("%.3f %zu %d\n", cosine(0.5), length("four"), length == strlen);
    printf("%d %d\n", dlclose(library), dlsym(RTLD_DEFAULT, "no_such_name") == NULL);
    Dl_info info;
    printf("%d\n", dladdr((void *)strlen, &info) != 0);
    return 0;
}
