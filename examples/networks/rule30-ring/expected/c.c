#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes n values of 0 or 1 to y. */
void rule30_ring(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        y[i] = x[(i + n - 1) % n] ^ (x[i] | x[(i + 1) % n]);
    }
}
