// libc calls back into functions that were never compiled: qsort, bsearch, qsort_r, tsearch, ftw-like walkers.
//! smoke
//! levels: noopt O0
#define _GNU_SOURCE
#include <search.h>
#include <stdio.h>
#include <stdlib.h>

static int ascending(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int descending(const void *a, const void *b, void *calls) {
    ++*(int *)calls;
    return *(const int *)b - *(const int *)a;
}
static int find(const void *key, const void *element) { return *(const int *)key - *(const int *)element; }
static void visit(const void *node, VISIT which, int depth) {
    (void)depth;
    if (which == postorder || which == leaf)
        printf("%d ", **(int *const *)node);
}

int main(void) {
    int values[] = {5, 3, 9, 1, 7, 2, 8}, key = 7, calls = 0;
    void *root = NULL;
    qsort(values, 7, sizeof *values, ascending);
    for (int i = 0; i < 7; i++)
        printf("%d ", values[i]);
    int *hit = bsearch(&key, values, 7, sizeof *values, find);
    printf("at %td\n", hit - values);
    qsort_r(values, 7, sizeof *values, descending, &calls);
    printf("%d %d\n", values[0], calls > 5);
    for (int i = 0; i < 7; i++)
        tsearch(&values[i], &root, ascending);
    twalk(root, visit);
    puts("");
    return 0;
}
