#include <stddef.h>

/** Takes x, n numbers; writes n - 1 numbers to y. */
void differences_real(size_t n, const double *x, double *y) {
    for (size_t i = 0; i + 1 < n; i++) {
        y[i] = x[i + 1] - x[i];
    }
}
