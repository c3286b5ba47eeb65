#include <stddef.h>
#include <stdint.h>

/** Takes x, n numbers; writes n values of 0 or 1 to y. */
void largest_strict_real(size_t n, const double *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        int64_t count = 0;
        for (size_t j = 0; j < n; j++) {
            if (x[i] > x[j]) count++;
        }
        y[i] = count >= 7;
    }
}
