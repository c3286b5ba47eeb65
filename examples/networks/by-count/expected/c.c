#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* The index, which has to be that of a place in an array of this length. */
static size_t place(int64_t index, size_t length) {
    if (index < 0 || (uint64_t)index >= length) abort();
    return (size_t)index;
}

/**
 * Takes cells, n values of 0 or 1, and table, m values of 0 or 1; returns 0 or 1.
 * Aborts if a place is asked for that is not in its array.
 */
int32_t by_count(size_t n, size_t m, const int32_t *cells, const int32_t *table) {
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        total += cells[i];
    }
    return table[place(total, m)];
}
