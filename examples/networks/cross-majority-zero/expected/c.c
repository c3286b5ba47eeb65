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
 * Takes x, n rows of m values of 0 or 1; writes n rows of m values of 0 or 1 to y.
 * Aborts if memory runs out.
 */
void cross_majority_zero(size_t n, size_t m, const int32_t *x, int32_t *y) {
    int32_t *padded = allocate((n + 2) * (m + 2), sizeof *padded);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            padded[(i + 1) * (m + 2) + j + 1] = x[i * m + j];
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            y[i * m + j] = (
                padded[i * (m + 2) + j + 1] + padded[(i + 1) * (m + 2) + j]
                + padded[(i + 1) * (m + 2) + j + 1] + padded[(i + 1) * (m + 2) + j + 2]
                + padded[(i + 2) * (m + 2) + j + 1] >= 3
            );
        }
    }
    free(padded);
}
