#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes n - 2 values of 0 or 1 to y. */
void and_of_neighbours_valid(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i + 2 < n; i++) {
        y[i] = x[i] & x[i + 2];
    }
}
