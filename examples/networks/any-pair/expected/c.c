#include <stdbool.h>
#include <stdint.h>

/** Takes x, 12 values of 0 or 1; returns 0 or 1. */
int32_t any_pair(const int32_t *x) {
    static const int32_t values[66] = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6,
        7, 7, 7, 7, 8, 8, 8, 9, 9, 10
    };
    static const int32_t values2[66] = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3, 4, 5, 6, 7, 8,
        9, 10, 11, 4, 5, 6, 7, 8, 9, 10, 11, 5, 6, 7, 8, 9, 10, 11, 6, 7, 8, 9, 10, 11, 7,
        8, 9, 10, 11, 8, 9, 10, 11, 9, 10, 11, 10, 11, 11
    };
    bool found = false;
    for (int32_t i = 0; i < 66 && !found; i++) {
        found = (x[values[i]] & x[values2[i]]) == 1;
    }
    return found;
}
