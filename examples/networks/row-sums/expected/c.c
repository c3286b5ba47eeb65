#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* The same number in 32 bits; aborts if it needs more. */
static int32_t narrow(int64_t value) {
    if (value < INT32_MIN || value > INT32_MAX) abort();
    return (int32_t)value;
}

/**
 * Takes x, n rows of m integers from -3 to 4; writes n integers to y.
 * Aborts if a result needs more than 32 bits.
 */
void row_sums(size_t n, size_t m, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        int64_t total = 0;
        for (size_t j = 0; j < m; j++) {
            total += x[i * m + j];
        }
        y[i] = narrow(total);
    }
}
