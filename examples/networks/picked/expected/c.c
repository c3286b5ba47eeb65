#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* The index, which has to be that of a place in an array of this length. */
static size_t place(int64_t index, size_t length) {
    if (index < 0 || (uint64_t)index >= length) abort();
    return (size_t)index;
}

/**
 * Takes k, an integer from 0 to 11, and x, n integers from 0 to 3; returns an integer.
 * Aborts if a place is asked for that is not in its array.
 */
int32_t picked(size_t n, int32_t k, const int32_t *x) {
    return x[place(k, n)];
}
