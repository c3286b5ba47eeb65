#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; writes n rows of m values of 0 or 1 to y. */
void cross_majority_ring(size_t n, size_t m, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            y[i * m + j] = (
                x[(i + n - 1) % n * m + j] + x[i * m + (j + m - 1) % m] + x[i * m + j]
                + x[i * m + (j + 1) % m] + x[(i + 1) % n * m + j] >= 3
            );
        }
    }
}
