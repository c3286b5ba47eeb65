#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* The same number in 32 bits; aborts if it needs more. */
static int32_t narrow(int64_t value) {
    if (value < INT32_MIN || value > INT32_MAX) abort();
    return (int32_t)value;
}

/**
 * Takes weights, n integers from 0 to 4,
 *   and chosen, n values of 0 or 1.
 * Returns an integer.
 * Aborts if a result needs more than 32 bits.
 */
int32_t chosen(size_t n, const int32_t *weights, const int32_t *chosen) {
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        total += weights[i] * chosen[i];
    }
    return narrow(total);
}
