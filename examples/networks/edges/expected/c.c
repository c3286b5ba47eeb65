#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* The same number in 32 bits; aborts if it needs more. */
static int32_t narrow(int64_t value) {
    if (value < INT32_MIN || value > INT32_MAX) abort();
    return (int32_t)value;
}

/**
 * Takes x, n rows of m values of 0 or 1; returns an integer.
 * Aborts if a result needs more than 32 bits.
 */
int32_t edges(size_t n, size_t m, const int32_t *x) {
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j + 1 < m; j++) {
            total += x[i * m + j] ^ x[i * m + j + 1];
        }
    }
    int64_t total2 = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        for (size_t j = 0; j < m; j++) {
            total2 += x[i * m + j] ^ x[(i + 1) * m + j];
        }
    }
    return narrow(total + total2);
}
