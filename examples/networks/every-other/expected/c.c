#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes (n + 1) / 2 values of 0 or 1 to y. */
void every_other(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < (n + 1) / 2; i++) {
        y[i] = x[2 * i];
    }
}
