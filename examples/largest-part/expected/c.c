#include <stddef.h>
#include <stdint.h>

/** Takes x, n integers from -4 to 4; returns an integer. */
int32_t largest_part(size_t n, const int32_t *x) {
    int32_t excess = 0;
    int32_t largest_excess = 0;
    for (size_t i = 0; i < n; i++) {
        excess = (int64_t)x[i] + excess >= 0 ? (int64_t)x[i] + excess : 0;
        largest_excess = largest_excess >= excess ? largest_excess : excess;
    }
    return largest_excess;
}
