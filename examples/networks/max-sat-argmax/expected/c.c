#include <stdbool.h>
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
 * Takes x, n rows of m values of 0 or 1; returns 0 or 1.
 * Aborts if memory runs out.
 */
int32_t max_sat_argmax(size_t n, size_t m, const int32_t *x) {
    int32_t *has_any = allocate(m, sizeof *has_any);
    for (size_t i = 0; i < m; i++) {
        bool found = false;
        for (size_t j = 2; j < n && !found; j++) {
            found = x[j * m + i];
        }
        has_any[i] = found;
    }
    int32_t *flags = allocate(2 * m, sizeof *flags);
    for (int32_t i = 0; i < 2; i++) {
        for (size_t j = 0; j < m; j++) {
            flags[i * m + j] = has_any[j] && (x[(1 - i) * m + j] || !x[i * m + j]);
        }
    }
    int32_t *flags2 = allocate(2 * m, sizeof *flags2);
    for (int32_t i = 0; i < 2; i++) {
        for (size_t j = 0; j < m; j++) {
            flags2[i * m + j] = x[i * m + j] && !has_any[j];
        }
    }
    int64_t total = 0;
    for (size_t i = 0; i < m; i++) {
        total += flags[i];
    }
    int64_t total2 = 0;
    for (size_t i = 0; i < m; i++) {
        total2 += flags2[m + i];
    }
    int64_t total3 = 0;
    for (size_t i = 0; i < m; i++) {
        total3 += flags[m + i];
    }
    int64_t total4 = 0;
    for (size_t i = 0; i < m; i++) {
        total4 += flags2[i];
    }
    const int32_t result = 14 * total + 61 * total2 > 14 * total3 + 61 * total4;
    free(has_any);
    free(flags);
    free(flags2);
    return result;
}
