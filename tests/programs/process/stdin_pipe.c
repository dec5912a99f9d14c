// stdin is the program's alone: nothing of it may be read ahead by rejit.
//! smoke
//! stdin: "first line\nsecond line\n3 4 5\nrest" + "x" * 200000
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    char line[64];
    int a, b, c;
    if (read(0, line, 11) != 11 || memcmp(line, "first line\n", 11))
        return 1;
    printf("%s", fgets(line, sizeof line, stdin));
    if (scanf("%d %d %d", &a, &b, &c) != 3)
        return 2;
    long count = 0;
    while ((a = getchar()) != EOF)
        count++;
    printf("%d %d %ld\n", b, c, count);
    return 0;
}
