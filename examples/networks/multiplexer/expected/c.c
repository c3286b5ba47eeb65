#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* The index, which has to be that of a place in an array of this length. */
static size_t place(int64_t index, size_t length) {
    if (index < 0 || (uint64_t)index >= length) abort();
    return (size_t)index;
}

/**
 * Takes address, n values of 0 or 1, and data, m values of 0 or 1; returns 0 or 1.
 * Aborts if n is above 63 or a place is asked for that is not in its array.
 */
int32_t multiplexer(size_t n, size_t m, const int32_t *address, const int32_t *data) {
    if (n > 63) abort();
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        total += ((int64_t)1 << (n - 1 - i)) * address[i];
    }
    return data[place(total, m)];
}
