#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
int32_t every_row_has_one(size_t n, size_t m, const int32_t *x) {
    bool holds = true;
    for (size_t i = 0; i < n && holds; i++) {
        bool found = false;
        for (size_t j = 0; j < m && !found; j++) {
            found = x[i * m + j];
        }
        holds = found;
    }
    return holds;
}
