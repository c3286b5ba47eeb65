#include <stdint.h>

static int32_t sign(int64_t value) {
    return (value > 0) - (value < 0);
}

/** Takes x, 10 values of 0 or 1; writes 4 values of -1, 0 or 1 to y. */
void dense_real_binary(const int32_t *x, int32_t *y) {
    static const int32_t weights[50] = {
        746331318, 1336282399, 1206279917, -1672382830, 6003270, -1692854501, -1036331129,
        1987381116, 790531001, 2037207634,
        1412533642, -2092701526, -916231957, 2140786650, -735298869, 624346946, -947623591,
        825821969, -338999494, -837396026,
        -921055373, -1066176361, -393866852, 2117902628, 1226221964, 303924385, -1997919340,
        -467369021, 630509299, 740317558,
        -1124326231, 1604571442, -1586309978, -784202175, -176022567, 1892555646,
        1006657039, -957467957, 1539696339, 360203834,
        -1665511758, -450586460, -130009186, -978032138, -730926899, -366761732, 1806012115,
        1242467486, 1821766245, 1128583446
    };
    static const int32_t biases[5] = {
        1860609916, 1497648623, 735103665, 1597565949, 193597244
    };
    int32_t sides[5];
    for (int32_t i = 0; i < 5; i++) {
        int64_t total = 0;
        for (int32_t j = 0; j < 10; j++) {
            total += weights[i * 10 + j] * x[j];
        }
        sides[i] = sign(total + biases[i]);
    }
    static const int32_t weights2[30] = {
        37, -44, -32, -57, 15, 2, -1, 59, -40, -45,
        -46, 49, -39, -46, 42, 26, -48, -13, -2, 35,
        41, 34, 4, -4, 30, 19, -11, -16, 2, -9
    };
    static const int32_t biases2[3] = {45, -25, -45};
    int32_t flags[3];
    for (int32_t i = 0; i < 3; i++) {
        int32_t total = 0;
        for (int32_t j = 0; j < 10; j++) {
            total += weights2[i * 10 + j] * x[j];
        }
        flags[i] = total + biases2[i] >= 1;
    }
    static const int32_t weights3[20] = {
        -2, 10, -4, 8, -5,
        9, 4, 15, 4, -1,
        15, -10, 7, 8, -11,
        -7, 10, -20, 9, 19
    };
    static const int32_t weights4[12] = {32, 4, -6, -24, -14, -8, 18, -14, -4, -6, 2, -36};
    static const int32_t biases3[4] = {-16, 28, 12, 0};
    for (int32_t i = 0; i < 4; i++) {
        int32_t total = 0;
        for (int32_t j = 0; j < 5; j++) {
            total += weights3[i * 5 + j] * sides[j];
        }
        int32_t total2 = 0;
        for (int32_t j = 0; j < 3; j++) {
            total2 += weights4[i * 3 + j] * flags[j];
        }
        y[i] = sign(total + total2 + biases3[i]);
    }
}
