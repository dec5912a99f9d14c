// Functions and data in sections of their own, an address-space attribute of hot/cold code, and .init_array by hand.
//! levels: noopt O3
#include <stdio.h>

static int started;
static void by_hand(void) { started = 77; }
__attribute__((section(".init_array"), used)) static void (*entry)(void) = by_hand;

__attribute__((section("mycode"), noinline)) static int in_section(int x) { return x + 1; }
__attribute__((cold, noinline)) static int cold(int x) { return x + 2; }
__attribute__((section("mydata"))) static int data = 40;

int main(void) {
    printf("%d %d %d %d\n", in_section(1), cold(1), data, started);
    return 0;
}
