#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; writes m rows of n values of 0 or 1 to y. */
void transpose(size_t n, size_t m, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < m; i++) {
        for (size_t j = 0; j < n; j++) {
            y[i * n + j] = x[j * m + i];
        }
    }
}
