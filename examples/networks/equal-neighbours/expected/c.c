#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes x, n integers from -3 to 4; returns an integer.
 * Aborts if n is above 2147483647.
 */
int32_t equal_neighbours(size_t n, const int32_t *x) {
    if (n > 2147483647) abort();
    int32_t count = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        if (x[i] == x[i + 1]) count++;
    }
    return count;
}
