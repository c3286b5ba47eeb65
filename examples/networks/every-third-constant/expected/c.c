#include <stddef.h>
#include <stdint.h>

/** Takes x, n values of 0 or 1; writes 20 values of 0 or 1 to y. */
void every_third_constant(size_t n, const int32_t *x, int32_t *y) {
    (void)n;
    y[0] = 0 >= 1;
    y[1] = 1 >= 1;
    y[2] = x[2];
    y[3] = 0 >= 1;
    y[4] = 1 >= 1;
    y[5] = x[5];
    y[6] = 0 >= 1;
    y[7] = 1 >= 1;
    y[8] = x[8];
    y[9] = 0 >= 1;
    y[10] = 1 >= 1;
    y[11] = x[11];
    y[12] = 0 >= 1;
    y[13] = 1 >= 1;
    y[14] = x[14];
    y[15] = 0 >= 1;
    y[16] = 1 >= 1;
    y[17] = x[17];
    y[18] = 0 >= 1;
    y[19] = 1 >= 1;
}
