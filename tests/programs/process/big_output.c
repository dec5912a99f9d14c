// Eight megabytes through a pipe, by stdio and by write, in order.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void block(int n) {
    char text[65536];
    memset(text, 'a' + n % 26, sizeof text);
    for (size_t done = 0; done < sizeof text;)
        done += (size_t)write(1, text + done, sizeof text - done);
}

int main(void) {
    for (int i = 0; i < 64; i++) {
        block(i);
        for (int k = 0; k < 10000; k++)
            printf("%d,", k);
        fflush(stdout);
    }
    return 0;
}
