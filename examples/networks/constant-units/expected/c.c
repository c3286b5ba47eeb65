#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; returns -1 or 1. */
int32_t constant_units(size_t n, const int32_t *x) {
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        total += x[i];
    }
    return total >= 2 ? 1 : -1;
}
