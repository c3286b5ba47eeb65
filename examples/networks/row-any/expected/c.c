#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; writes n values of 0 or 1 to y. */
void row_any(size_t n, size_t m, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        bool found = false;
        for (size_t j = 0; j < m && !found; j++) {
            found = x[i * m + j];
        }
        y[i] = found;
    }
}
