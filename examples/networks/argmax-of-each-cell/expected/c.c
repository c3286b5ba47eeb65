#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes x, n planes of m rows of p integers from -3 to 4.
 * Writes n rows of m integers from 0 to p - 1 to y.
 * Aborts if p is above 2147483648.
 */
void argmax_of_each_cell(size_t n, size_t m, size_t p, const int32_t *x, int32_t *y) {
    if (p > 2147483648) abort();
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            size_t best = 0;
            for (size_t k = 1; k < p; k++) {
                if (x[(i * m + j) * p + k] > x[(i * m + j) * p + best]) best = k;
            }
            y[i * m + j] = best;
        }
    }
}
