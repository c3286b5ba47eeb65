#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes n values of -1 or 1 to y. */
void largest_triangle_binary(size_t n, const int32_t *x, int32_t *y) {
    size_t winner = 0;
    for (size_t i = 1; i < n; i++) {
        if (x[i] > x[winner]) winner = i;
    }
    for (size_t i = 0; i < n; i++) {
        y[i] = i == winner ? 1 : -1;
    }
}
