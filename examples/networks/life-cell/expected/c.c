#include <stdint.h>

/** Takes x, 3 rows of 3 values of 0 or 1; returns 0 or 1. */
int32_t life_cell(const int32_t *x) {
    int32_t total = 0;
    for (int32_t i = 0; i < 3; i++) {
        for (int32_t j = 0; j < 3; j++) {
            total += x[i * 3 + j];
        }
    }
    int32_t total2 = 0;
    for (int32_t i = 0; i < 3; i++) {
        for (int32_t j = 0; j < 3; j++) {
            total2 += x[i * 3 + j];
        }
    }
    return total >= 3 && total2 <= x[4] + 3;
}
