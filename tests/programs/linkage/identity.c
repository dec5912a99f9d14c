// A function's address is the same in both modules, in data, at run time, before and after it is compiled.
//! levels: noopt O0
#include <stdio.h>
#include <string.h>

typedef int (*function)(int);
int shared(int x) { return x + 1; }
static function in_data = shared;
function part_address(void);
int part_compare(function f);
extern function part_table[2];

int main(void) {
    function before = shared;
    printf("%d %d %d\n", part_address() == shared, part_compare(shared), part_table[0] == in_data);
    printf("%d\n", shared(1));
    printf("%d %d\n", before == shared, part_compare(before));
    printf("%d\n", part_table[1] == (function)strlen);
    return 0;
}
