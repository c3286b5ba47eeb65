#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes x, n values of 0 or 1; returns an integer from 0 to n - 1.
 * Aborts if n is above 2147483648.
 */
int32_t argmax_pairs_binary(size_t n, const int32_t *x) {
    if (n > 2147483648) abort();
    size_t best = 0;
    for (size_t i = 1; i < n; i++) {
        if (x[i] > x[best]) best = i;
    }
    return best;
}
