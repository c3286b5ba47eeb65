#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes n rows of 2 values of 0 or 1 to y. */
void interleaved_pairs(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        for (int32_t j = 0; j < 2; j++) {
            y[i * 2 + j] = x[(i + n - j) % n] + x[(i - j + 1) % n] + j >= 2;
        }
    }
}
