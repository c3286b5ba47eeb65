#include <stddef.h>
#include <stdint.h>

/**
 * Takes a, n integers from 0 to 9,
 *   and b, n integers from 0 to 9.
 * Writes n + 1 integers to y.
 */
void addition(size_t n, const int32_t *a, const int32_t *b, int32_t *y) {
    int32_t carry = 0;
    for (size_t i = 0; i < n; i++) {
        const int32_t total = a[i] + b[i] + carry;
        y[i] = total % 10;
        carry = total / 10;
    }
    y[n] = carry;
}
