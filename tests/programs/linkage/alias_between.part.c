// Second module of alias_between.c.
int exported(int);
extern int data_alias;
int overridden(int x) { return x + 1000; }
int part_function(int x) { return x * 9; }
int part(int x) { return exported(x) + data_alias; }
