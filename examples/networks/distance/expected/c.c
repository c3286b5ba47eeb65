#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* The same number in 32 bits; aborts if it needs more. */
static int32_t narrow(int64_t value) {
    if (value < INT32_MIN || value > INT32_MAX) abort();
    return (int32_t)value;
}

/**
 * Takes a, n integers from 0 to 4, and b, n integers from 0 to 4; returns an integer.
 * Aborts if a result needs more than 32 bits.
 */
int32_t distance(size_t n, const int32_t *a, const int32_t *b) {
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        total += a[i] >= b[i] ? a[i] - b[i] : b[i] - a[i];
    }
    return narrow(total);
}
