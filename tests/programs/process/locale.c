// A C program starts in the "C" locale; Python's start-up sets LC_CTYPE from the environment.
//! env: {"LC_ALL": "C.UTF-8"}
#include <ctype.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    wchar_t wide;
    printf("%s %s\n", setlocale(LC_ALL, NULL), nl_langinfo(CODESET));
    printf("%d %zu\n", mbtowc(&wide, "\xc3\xa9", 2), (size_t)MB_CUR_MAX);
    printf("%s %s\n", setlocale(LC_ALL, ""), nl_langinfo(CODESET));
    return 0;
}
