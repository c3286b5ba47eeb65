#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; returns 0 or 1. */
int32_t between_2_and_4(size_t n, const int32_t *x) {
    int64_t total = 0;
    for (size_t i = 0; i < n; i++) {
        total += x[i];
    }
    int64_t total2 = 0;
    for (size_t i = 0; i < n; i++) {
        total2 += x[i];
    }
    return total >= 2 && total2 <= 4;
}
