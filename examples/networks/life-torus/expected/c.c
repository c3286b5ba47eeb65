#include <stddef.h>
#include <stdint.h>

/** Takes x, n rows of m values of 0 or 1; writes n rows of m values of 0 or 1 to y. */
void life_torus(size_t n, size_t m, const int32_t *x, int32_t *y) {
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            int32_t total = 0;
            for (int32_t a = -1; a <= 1; a++) {
                for (int32_t b = -1; b <= 1; b++) {
                    total += x[(i + a + n) % n * m + (j + b + m) % m];
                }
            }
            y[i * m + j] = total >= 3 && total <= x[i * m + j] + 3;
        }
    }
}
