#include <stddef.h>
#include <stdint.h>

/** Takes x, n integers from -3 to 4; writes n values of 0 or 1 to y. */
void as_mirrored(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        y[i] = x[i] == x[n - 1 - i];
    }
}
