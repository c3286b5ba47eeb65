#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; returns 0 or 1. */
int32_t any_pair(size_t n, const int32_t *x) {
    bool found = false;
    for (size_t i = 0; i < n && !found; i++) {
        for (size_t j = i + 1; j < n && !found; j++) {
            found = (x[i] & x[j]) == 1;
        }
    }
    return found;
}
