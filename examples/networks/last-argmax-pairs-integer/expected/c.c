#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/**
 * Takes x, n integers from -2 to 3; returns an integer.
 * Aborts if n is above 2147483648.
 */
int32_t last_argmax_pairs_integer(size_t n, const int32_t *x) {
    if (n > 2147483648) abort();
    size_t best = 0;
    int32_t largest = INT32_MIN;
    for (size_t i = 0; i < n; i++) {
        if (x[n - 1 - i] > largest) {
            largest = x[n - 1 - i];
            best = i;
        }
    }
    return n - 1 - best;
}
