#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Takes x, n rows of m values of 0 or 1; writes n / 2 rows of m / 2 values of 0 or 1 to y.
 */
void block_pool(size_t n, size_t m, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n / 2; i++) {
        for (size_t j = 0; j < m / 2; j++) {
            bool found = false;
            for (int32_t a = 0; a < 2 && !found; a++) {
                for (int32_t b = 0; b < 2 && !found; b++) {
                    found = x[(2 * i + a) * m + 2 * j + b];
                }
            }
            y[i * (m / 2) + j] = found;
        }
    }
}
