#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes least, an integer from 0 to 4, and x, n integers from 0 to 4; returns an integer.
 * Aborts if n is above 2147483647.
 */
int32_t above(size_t n, int32_t least, const int32_t *x) {
    if (n > 2147483647) abort();
    int32_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (x[i] > least) count++;
    }
    return count;
}
