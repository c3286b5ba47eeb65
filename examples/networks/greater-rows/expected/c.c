#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes x, 2 rows of n values of 0 or 1; returns 0 or 1.
 * Aborts if n is above 63.
 */
int32_t greater_rows(size_t n, const int32_t *x) {
    if (n > 63) abort();
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        total += ((int64_t)1 << i) * (x[i] - x[n + i]);
    }
    return total >= 1;
}
