#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
int32_t majority_of_frame(size_t n, size_t m, const int32_t *x) {
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            total += x[i * m + j];
        }
    }
    return total >= 11;
}
