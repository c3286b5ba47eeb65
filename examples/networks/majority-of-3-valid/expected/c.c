#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes n - 2 values of 0 or 1 to y. */
void majority_of_3_valid(size_t n, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i + 2 < n; i++) {
        int32_t total = 0;
        for (int32_t a = 0; a < 3; a++) {
            total += x[i + a];
        }
        y[i] = total >= 2;
    }
}
