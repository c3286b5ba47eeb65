#include <stdint.h>

static int32_t sign(int64_t value) {
    return (value > 0) - (value < 0);
}

/** Takes x, 10 integers from -4 to 9; writes 4 values of -1, 0 or 1 to y. */
void dense_integer_range(const int32_t *x, int32_t *y) {
    static const int32_t weights[80] = {
        2, 3, 3, -4, 0, -4, -3, 5, 2, 5,
        -3, 4, 3, 5, -1, 0, 0, -5, 4, 4,
        5, 4, 0, 0, 4, 2, -1, -2, 0, -1,
        -2, -3, -1, 5, 3, 1, -5, -1, 2, 2,
        4, -5, -2, 5, -2, 2, -2, 2, -1, -2,
        5, -5, 4, 5, -5, -3, 5, 1, 0, -4,
        -4, -1, 0, -3, -2, -1, 5, 3, 5, 3,
        -3, 4, -4, -2, 0, 5, 3, -2, 4, 1
    };
    static const int32_t biases[8] = {5, -4, -5, 2, 4, 3, 0, 4};
    int32_t sides[8];
    for (int32_t i = 0; i < 8; i++) {
        int32_t total = 0;
        for (int32_t j = 0; j < 10; j++) {
            total += weights[i * 10 + j] * x[j];
        }
        sides[i] = sign(total + biases[i]);
    }
    static const int32_t weights2[32] = {
        0, -4, -1, -1, 2, 0, -1, 2,
        3, 4, -1, 5, 1, 2, 0, 1,
        4, -3, 0, 2, -3, 2, -3, 2,
        -2, 1, -5, -5, 3, 0, 5, 2
    };
    static const int32_t biases2[4] = {0, 2, 3, -5};
    for (int32_t i = 0; i < 4; i++) {
        int32_t total = 0;
        for (int32_t j = 0; j < 8; j++) {
            total += weights2[i * 8 + j] * sides[j];
        }
        y[i] = sign(total + biases2[i]);
    }
}
