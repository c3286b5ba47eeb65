#include <stdint.h>

static int32_t sign(int64_t value) {
    return (value > 0) - (value < 0);
}

static int32_t sign_of_real(double value) {
    return (value > 0) - (value < 0);
}

/** Takes x, 10 numbers; writes 4 values of -1, 0 or 1 to y. */
void dense_integer_real(const double *x, int32_t *y) {
    static const int32_t weights[80] = {
        4, 1, 0, 3, 2, 1, -5, -3, -5, -3, 3, -4, -3, -5, 1, 0, 0, 5, -4, -4, 5, 4, 0, 0, 4,
        2, -1, -2, 0, -1, -2, -3, -1, 5, 3, 1, -5, -1, 2, 2, 4, -5, -2, 5, -2, 2, -2, 2, -1,
        -2, -2, -3, -3, 4, 0, 4, 3, -5, -2, -5, 5, -5, 4, 5, -5, -3, 5, 1, 0, -4, -3, 4, -4,
        -2, 0, 5, 3, -2, 4, 1
    };
    static const int32_t biases[8] = {0, 4, -5, 2, 4, -5, 3, 4};
    int32_t signs[8];
    for (int32_t i = 0; i < 8; i++) {
        double total = 0;
        for (int32_t j = 0; j < 10; j++) {
            total += weights[i * 10 + j] * x[j];
        }
        signs[i] = sign_of_real(total + biases[i]);
    }
    static const int32_t weights2[8] = {0, -4, -1, 5, 1, -3, 2, 1};
    int32_t total = 0;
    for (int32_t i = 2; i <= 3; i++) {
        total += signs[i];
    }
    y[0] = sign(signs[0] + 2 * signs[4] + 2 * signs[7] + 4 * signs[1] - total);
    int32_t total2 = 0;
    for (int32_t i = 0; i < 8; i++) {
        total2 += weights2[i] * signs[i];
    }
    y[1] = sign(total2 + 2);
    int32_t total3 = 0;
    for (int32_t i = 0; i < 2; i++) {
        total3 += signs[i];
    }
    y[2] = sign(
        2 * signs[3] + 2 * signs[6] + 2 * signs[7] + 3 * total3 + 3 - 3 * signs[4]
        - 4 * signs[5]
    );
    y[3] = sign(
        2 * signs[5] + 2 * signs[7] + 3 * signs[4] - signs[1] - 5 * signs[0] - 5 * signs[2]
        - 5 * signs[3] - 5
    );
}
