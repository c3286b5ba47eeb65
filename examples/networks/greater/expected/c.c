#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes a, n values of 0 or 1, and b, n values of 0 or 1; returns 0 or 1.
 * Aborts if n is above 63.
 */
int32_t greater(size_t n, const int32_t *a, const int32_t *b) {
    if (n > 63) abort();
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        total += ((int64_t)1 << (n - 1 - i)) * (a[i] - b[i]);
    }
    return total >= 1;
}
