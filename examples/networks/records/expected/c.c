#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n integers from -3 to 4; writes n values of 0 or 1 to y. */
void records(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        bool holds = true;
        for (size_t j = 0; j < i && holds; j++) {
            holds = x[i] > x[j];
        }
        y[i] = holds;
    }
}
