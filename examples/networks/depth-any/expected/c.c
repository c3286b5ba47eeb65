#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Takes x, n planes of m rows of p values of 0 or 1.
 * Writes n rows of m values of 0 or 1 to y.
 */
void depth_any(size_t n, size_t m, size_t p, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            bool found = false;
            for (size_t k = 0; k < p && !found; k++) {
                found = x[(i * m + j) * p + k];
            }
            y[i * m + j] = found;
        }
    }
}
