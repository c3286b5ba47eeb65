#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes 2 * n values of 0 or 1 to y. */
void interleaved(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < 2 * n; i++) {
        y[i] = i % 2 == 1
            ? x[(i / 2 + n - 1) % n] | x[i / 2]
            : x[i / 2] & x[(i / 2 + 1) % n];
    }
}
