#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; returns 0 or 1. */
int32_t all_(size_t n, const int32_t *x) {
    bool holds = true;
    for (size_t i = 0; i < n && holds; i++) {
        holds = x[i];
    }
    return holds;
}
