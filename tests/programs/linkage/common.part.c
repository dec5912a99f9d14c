// Second module of common.c.
int shared;
int initialised = 55;
char sized[100];
_Alignas(64) int aligned;
void part(void) {
    shared++;
    sized[99] = 7;
}
