#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
int32_t all_of_frame(size_t n, size_t m, const int32_t *x) {
    bool holds = true;
    for (size_t i = 0; i < n && holds; i++) {
        for (size_t j = 0; j < m && holds; j++) {
            holds = x[i * m + j];
        }
    }
    return holds;
}
