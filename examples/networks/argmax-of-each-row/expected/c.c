#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes x, n rows of m integers from -3 to 4; writes n integers from 0 to m - 1 to y.
 * Aborts if m is above 2147483648.
 */
void argmax_of_each_row(size_t n, size_t m, const int32_t *x, int32_t *y) {
    if (m > 2147483648) abort();
    for (size_t i = 0; i < n; i++) {
        size_t best = 0;
        for (size_t j = 1; j < m; j++) {
            if (x[i * m + j] > x[i * m + best]) best = j;
        }
        y[i] = best;
    }
}
