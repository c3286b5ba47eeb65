#include <math.h>
#include <stddef.h>

/* Probabilities in proportion to the powers of e, in place of their logits. */
static void softmax(double *values, size_t count) {
    double largest = -INFINITY;
    for (size_t k = 0; k < count; k++) {
        if (values[k] > largest) largest = values[k];
    }
    double total = 0;
    for (size_t k = 0; k < count; k++) {
        values[k] = exp(values[k] - largest);
        total += values[k];
    }
    for (size_t k = 0; k < count; k++) values[k] /= total;
}

/** Takes x, n rows of m numbers; writes n rows of m probabilities to y. */
void softmax_of_each_row(size_t n, size_t m, const double *x, double *y) {
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < m; j++) {
            y[i * m + j] = x[i * m + j];
        }
    }
    for (size_t k = 0; k < n; k++) {
        softmax(&y[k * m], m);
    }
}
