#include <math.h>
#include <stddef.h>
#include <stdint.h>

/** Takes x, n numbers; writes n values of 0 or 1 to y. */
void largest_ties_real(size_t n, const double *x, int32_t *y) {
    double largest = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        if (x[i] > largest) largest = x[i];
    }
    for (size_t i = 0; i < n; i++) {
        y[i] = x[i] == largest;
    }
}
