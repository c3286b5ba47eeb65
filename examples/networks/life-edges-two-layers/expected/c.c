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
void life_edges_two_layers(size_t n, size_t m, const int32_t *x, int32_t *y) {
    int32_t *padded = allocate((n + 2) * (m + 2), sizeof *padded);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            padded[(i + 1) * (m + 2) + j + 1] = x[i * m + j];
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            int32_t total = 0;
            for (int32_t a = 0; a < 3; a++) {
                for (int32_t b = 0; b < 3; b++) {
                    total += padded[(i + a) * (m + 2) + j + b];
                }
            }
            y[i * m + j] = total >= 3 && total <= x[i * m + j] + 3;
        }
    }
    free(padded);
}
