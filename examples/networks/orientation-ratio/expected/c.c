#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Memory for an array, all zero; aborts if there is none. */
static void *allocate(size_t count, size_t size) {
    void *memory = calloc(count > 0 ? count : 1, size);
    if (memory == NULL) abort();
    return memory;
}

static int32_t sign(int64_t value) {
    return (value > 0) - (value < 0);
}

/**
 * Takes x, n rows of m values of 0 or 1; returns 0 or 1.
 * Aborts if memory runs out.
 */
int32_t orientation_ratio(size_t n, size_t m, const int32_t *x) {
    int64_t *column_sums = allocate(m, sizeof *column_sums);
    for (size_t i = 0; i < m; i++) {
        int64_t total2 = 0;
        for (size_t j = 0; j < n; j++) {
            total2 += x[j * m + i];
        }
        column_sums[i] = total2;
    }
    int64_t *row_sums = allocate(n, sizeof *row_sums);
    for (size_t i = 0; i < n; i++) {
        int64_t total2 = 0;
        for (size_t j = 0; j < m; j++) {
            total2 += x[i * m + j];
        }
        row_sums[i] = total2;
    }
    int32_t *sides = allocate(n * m, sizeof *sides);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            sides[i * m + j] = sign(column_sums[j] - row_sums[i]);
        }
    }
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            total += sides[i * m + j];
        }
    }
    int64_t count = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t total2 = 0;
        for (size_t j = 0; j < m; j++) {
            total2 += sides[i * m + j];
        }
        if (13 * total > 14 * total2 + 182) count++;
    }
    int64_t count2 = 0;
    for (size_t i = 0; i < m; i++) {
        int64_t total2 = 0;
        for (size_t j = 0; j < n; j++) {
            total2 += sides[j * m + i];
        }
        if (13 * total + 183 <= 14 * total2) count2++;
    }
    const int32_t result = count > count2;
    free(column_sums);
    free(row_sums);
    free(sides);
    return result;
}
