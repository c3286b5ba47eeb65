#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; writes n rows of m values of 0 or 1 to y. */
void off_diagonal(size_t n, size_t m, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            y[i * m + j] = i == j ? 0 : x[i * m + j];
        }
    }
}
