// Second module of tls.c.
_Thread_local int part_value = 7;
int part_bump(void) { return ++part_value; }
