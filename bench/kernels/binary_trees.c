/* Trees are built, counted and freed (after the Computer Language Benchmarks Game). */
#include <stdlib.h>
struct node { struct node *left, *right; };
static struct node *build(int depth) {
    struct node *n = malloc(sizeof *n);
    n->left = depth ? build(depth - 1) : NULL;
    n->right = depth ? build(depth - 1) : NULL;
    return n;
}
static int count(const struct node *n) { return n->left ? 1 + count(n->left) + count(n->right) : 1; }
static void drop(struct node *n) {
    if (n->left) drop(n->left), drop(n->right);
    free(n);
}
long kernel(long scale) {
    long sum = 0;
    for (long k = 0; k < scale; k++) {
        struct node *tree = build(10 + (int)(k & 1));
        sum += count(tree);
        drop(tree);
    }
    return sum;
}
