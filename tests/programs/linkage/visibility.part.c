// Second module of visibility.c.
extern __attribute__((visibility("hidden"))) int hidden_value;
int guarded(int);
__attribute__((visibility("hidden"))) int part_hidden(int x) { return guarded(x) * ++hidden_value; }
