#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes x, n rows of m values of 0 or 1; writes n values of 0 or 1 to y.
 * Aborts if m is above 3037000499.
 */
void position_weighted_rows(size_t n, size_t m, const int32_t *x, int32_t *y) {
    if (m > 3037000499) abort();
    for (size_t i = 0; i < n; i++) {
        int64_t total = 0;
        for (size_t j = 0; j < m; j++) {
            total += (int64_t)(j + 1) * x[i * m + j];
        }
        y[i] = total >= 19;
    }
}
