// Second module of statics.c.
static int state = 100;
static int helper(void) { return state += 10; }
int part_call(void) { return helper(); }
const char *part_text(void) {
    static const char text[] = "text of part";
    return text;
}
