#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; returns 0 or 1. */
int32_t at_least_3_changes(size_t n, const int32_t *x) {
    int64_t total = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        total += x[i] ^ x[i + 1];
    }
    return total >= 3;
}
