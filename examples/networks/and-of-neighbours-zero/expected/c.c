#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Memory for an array, all zero; aborts if there is none. */
static void *allocate(size_t count, size_t size) {
    void *memory = calloc(count > 0 ? count : 1, size);
    if (memory == NULL) abort();
    return memory;
}

/**
 * Takes x, n values of 0 or 1; writes n values of 0 or 1 to y.
 * Aborts if memory runs out.
 */
void and_of_neighbours_zero(size_t n, const int32_t *x, int32_t *y) {
    int32_t *padded = allocate(n + 2, sizeof *padded);
    for (size_t i = 0; i < n; i++) {
        padded[i + 1] = x[i];
    }
    for (size_t i = 0; i < n; i++) {
        y[i] = padded[i] & padded[i + 2];
    }
    free(padded);
}
