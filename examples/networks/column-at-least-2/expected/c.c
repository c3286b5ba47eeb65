#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; writes m values of 0 or 1 to y. */
void column_at_least_2(size_t n, size_t m, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < m; i++) {
        int64_t total = 0;
        for (size_t j = 0; j < n; j++) {
            total += x[j * m + i];
        }
        y[i] = total >= 2;
    }
}
