#include <math.h>
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

/* Probabilities in proportion to the powers of e, in place of their logits. */
static void softmax(double *values, size_t count) {
    double largest = -INFINITY;
    for (size_t k = 0; k < count; k++) {
        if (values[k] > largest) largest = values[k];
    }
    double total = 0;
    for (size_t k = 0; k < count; k++) {
        values[k] = exp(values[k] - largest);
        total += values[k];
    }
    for (size_t k = 0; k < count; k++) values[k] /= total;
}

/**
 * Takes x, n rows of m values of 0 or 1; writes 2 probabilities to y.
 * Aborts if memory runs out.
 */
void max_sat_softmax(size_t n, size_t m, const int32_t *x, double *y) {
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
    for (int32_t i = 0; i < 2; i++) {
        int64_t total = 0;
        for (size_t j = 0; j < m; j++) {
            total += flags[(1 - i) * m + j];
        }
        int64_t total2 = 0;
        for (size_t j = 0; j < m; j++) {
            total2 += flags2[i * m + j];
        }
        int64_t total3 = 0;
        for (size_t j = 0; j < m; j++) {
            total3 += flags[i * m + j];
        }
        int64_t total4 = 0;
        for (size_t j = 0; j < m; j++) {
            total4 += flags2[(1 - i) * m + j];
        }
        y[i] = 2.29756 * total + 10 * total2 - 2.29756 * total3 - 10 * total4;
    }
    softmax(y, 2);
    free(has_any);
    free(flags);
    free(flags2);
}
