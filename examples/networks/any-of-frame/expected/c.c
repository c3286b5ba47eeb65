#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
int32_t any_of_frame(size_t n, size_t m, const int32_t *x) {
    bool found = false;
    for (size_t i = 0; i < n && !found; i++) {
        for (size_t j = 0; j < m && !found; j++) {
            found = x[i * m + j];
        }
    }
    return found;
}
