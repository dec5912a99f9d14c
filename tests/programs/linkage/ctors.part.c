// Second module of ctors.c.
#include <stdio.h>
__attribute__((constructor(200))) static void second(void) { puts("ctor 200 of part"); }
__attribute__((destructor(200))) static void middle(void) { puts("dtor 200 of part"); }
