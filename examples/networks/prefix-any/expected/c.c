#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes n values of 0 or 1 to y. */
void prefix_any(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        bool found = false;
        for (size_t j = 0; j <= i && !found; j++) {
            found = x[j];
        }
        y[i] = found;
    }
}
