// The limit: document 000's network, 784-32-32-10, sample by sample, written by hand for AVX-512.
//
// It may do what LoopNet's twin may not: multiplications and additions are fused, sums are split in two, and exp is a polynomial
// for eight numbers at a time (within about one unit of the last place). So it shows what the machine can do, not what
// the same bits would allow. Pixels without ink are skipped; the learning rate is multiplied into dL/dz once.
//
// usage: limit_avx512 FOLDER EPOCHS SAMPLES      FOLDER as prep.py leaves it
// prints, after each epoch, its seconds (training alone) and the check number (data.h)
//
// g++ -O3 -march=native -mprefer-vector-width=512 -Wno-maybe-uninitialized limit_avx512.cpp -o limit_avx512
//     an x86 with AVX-512 F, BW, VL and VBMI2; GCC 12 warns of variables within its own headers
#include <immintrin.h>

#include "data.h"

#define INLINE static inline __attribute__((always_inline))

typedef __m512d Vector; // eight doubles

enum { LANES = 8, VECTORS = HIDDEN / LANES, PADDED = 16 };

static double W1T[INPUTS][HIDDEN] ALIGNED, W2T[HIDDEN][HIDDEN] ALIGNED, W3[OUTPUTS][HIDDEN] ALIGNED;
static double b1[HIDDEN] ALIGNED, b2[HIDDEN] ALIGNED, b3[PADDED] ALIGNED;
static double input_of[256] ALIGNED; // pixel / 255

INLINE Vector load(const double *from) { return _mm512_load_pd(from); }
INLINE void store(double *to, Vector v) { _mm512_store_pd(to, v); }
INLINE Vector zero() { return _mm512_setzero_pd(); }
INLINE Vector all(double number) { return _mm512_set1_pd(number); }
INLINE Vector add(Vector a, Vector b) { return _mm512_add_pd(a, b); }
INLINE Vector subtract(Vector a, Vector b) { return _mm512_sub_pd(a, b); }
INLINE Vector multiply(Vector a, Vector b) { return _mm512_mul_pd(a, b); }
INLINE Vector plus_product(Vector sum, Vector a, Vector b) { return _mm512_fmadd_pd(a, b, sum); }
INLINE Vector minus_product(Vector sum, Vector a, Vector b) { return _mm512_fnmadd_pd(a, b, sum); }

// exp(x) = 2^n exp(r), with |r| <= ln 2 / 2 and the Taylor polynomial of degree 12 for exp(r) (Estrin's scheme).
INLINE Vector exp_of(Vector x)
{
    const double log2_e = 1.4426950408889634;
    const double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;
    x = _mm512_min_pd(_mm512_max_pd(x, all(-745)), all(709));
    Vector n = _mm512_roundscale_pd(multiply(x, all(log2_e)), 0);
    Vector r = minus_product(minus_product(x, n, all(ln2_high)), n, all(ln2_low));
    Vector r2 = multiply(r, r), r4 = multiply(r2, r2), r8 = multiply(r4, r4);

    Vector c0 = plus_product(all(1.0), all(1.0), r);
    Vector c2 = plus_product(all(0.5), all(1.0 / 6), r);
    Vector c4 = plus_product(all(1.0 / 24), all(1.0 / 120), r);
    Vector c6 = plus_product(all(1.0 / 720), all(1.0 / 5040), r);
    Vector c8 = plus_product(all(1.0 / 40320), all(1.0 / 362880), r);
    Vector c10 = plus_product(all(1.0 / 3628800), all(1.0 / 39916800), r);
    Vector c12 = all(1.0 / 479001600);

    Vector from0 = plus_product(c0, c2, r2);
    Vector from4 = plus_product(c4, c6, r2);
    Vector from8 = plus_product(c8, c10, r2);
    Vector low = plus_product(from0, from4, r4);
    Vector high = plus_product(from8, c12, r4);
    return _mm512_scalef_pd(plus_product(low, high, r8), n);
}

INLINE Vector sigmoid_of(Vector z)
{
    return _mm512_div_pd(all(1.0), add(all(1.0), exp_of(subtract(zero(), z))));
}

INLINE Vector sigmoid_slope(Vector a)
{
    return multiply(a, subtract(all(1.0), a));
}

// Lane q of the result is the sum of the lanes of v[q].
INLINE Vector sums_of_eight(const Vector v[8])
{
    Vector pair[4];
    for (int q = 0; q < 4; q++)
        pair[q] = add(_mm512_unpacklo_pd(v[2 * q], v[2 * q + 1]), _mm512_unpackhi_pd(v[2 * q], v[2 * q + 1]));
    Vector left = add(_mm512_shuffle_f64x2(pair[0], pair[1], 0x88), _mm512_shuffle_f64x2(pair[0], pair[1], 0xdd));
    Vector right = add(_mm512_shuffle_f64x2(pair[2], pair[3], 0x88), _mm512_shuffle_f64x2(pair[2], pair[3], 0xdd));
    return add(_mm512_shuffle_f64x2(left, right, 0x88), _mm512_shuffle_f64x2(left, right, 0xdd));
}

// The lane-wise products of two rows of 32, added up to one vector.
INLINE Vector product_of_rows(const Vector a[VECTORS], const Vector b[VECTORS])
{
    Vector sum = multiply(a[0], b[0]);
    for (int v = 1; v < VECTORS; v++)
        sum = plus_product(sum, a[v], b[v]);
    return sum;
}

// Lists the pixels that are not 0, 32 at a time; returns how many there are. Writes up to 64 bytes beyond the list.
INLINE int list_ink(const uint8_t *pixels, uint16_t *places)
{
    const __m512i steps = _mm512_set_epi16(31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
                                           15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    int count = 0;
    for (int k = 0; k + 32 <= INPUTS; k += 32) {
        __m256i bytes = _mm256_loadu_si256((const __m256i *)(pixels + k));
        __mmask32 ink = _mm256_test_epi8_mask(bytes, bytes);
        __m512i numbers = _mm512_add_epi16(steps, _mm512_set1_epi16((short)k));
        _mm512_storeu_si512(places + count, _mm512_maskz_compress_epi16(ink, numbers));
        count += __builtin_popcount(ink);
    }

    // 784 is 24 x 32 + 16.
    const int last = INPUTS - 16;
    __m128i bytes = _mm_loadu_si128((const __m128i *)(pixels + last));
    __mmask32 ink = _mm_test_epi8_mask(bytes, bytes);
    __m512i numbers = _mm512_add_epi16(steps, _mm512_set1_epi16((short)last));
    _mm512_storeu_si512(places + count, _mm512_maskz_compress_epi16(ink, numbers));
    return count + __builtin_popcount(ink);
}

// z1: even and odd pixels in two sums each, so that one addition need not wait for the other.
INLINE void forward_first(const uint16_t *ink, const double *x, int count, Vector z[VECTORS])
{
    Vector odd[VECTORS];
    for (int v = 0; v < VECTORS; v++) {
        z[v] = load(b1 + LANES * v);
        odd[v] = zero();
    }

    int place = 0;
    for (; place + 2 <= count; place += 2) {
        Vector x0 = all(x[place]), x1 = all(x[place + 1]);
        const double *w0 = W1T[ink[place]], *w1 = W1T[ink[place + 1]];
        for (int v = 0; v < VECTORS; v++) {
            z[v] = plus_product(z[v], load(w0 + LANES * v), x0);
            odd[v] = plus_product(odd[v], load(w1 + LANES * v), x1);
        }
    }

    if (place < count) {
        Vector x0 = all(x[place]);
        const double *w0 = W1T[ink[place]];
        for (int v = 0; v < VECTORS; v++)
            z[v] = plus_product(z[v], load(w0 + LANES * v), x0);
    }

    for (int v = 0; v < VECTORS; v++)
        z[v] = add(z[v], odd[v]);
}

INLINE void update_first(const uint16_t *ink, const double *x, int count, const Vector d1[VECTORS])
{
    for (int place = 0; place < count; place++) {
        Vector input = all(x[place]);
        double *w = W1T[ink[place]];
        for (int v = 0; v < VECTORS; v++)
            store(w + LANES * v, minus_product(load(w + LANES * v), input, d1[v]));
    }

    for (int v = 0; v < VECTORS; v++)
        store(b1 + LANES * v, subtract(load(b1 + LANES * v), d1[v]));
}

INLINE void forward_second(const double a1[HIDDEN], Vector a2[VECTORS])
{
    Vector even[VECTORS], odd[VECTORS];
    for (int v = 0; v < VECTORS; v++) {
        even[v] = load(b2 + LANES * v);
        odd[v] = zero();
    }

    for (int k = 0; k < HIDDEN; k += 2) {
        Vector x0 = all(a1[k]), x1 = all(a1[k + 1]);
        for (int v = 0; v < VECTORS; v++) {
            even[v] = plus_product(even[v], load(&W2T[k][LANES * v]), x0);
            odd[v] = plus_product(odd[v], load(&W2T[k + 1][LANES * v]), x1);
        }
    }

    for (int v = 0; v < VECTORS; v++)
        a2[v] = sigmoid_of(add(even[v], odd[v]));
}

// The output layer forward, softmax, a - y times the learning rate; moves b3.
INLINE void output_gradient(const Vector a2[VECTORS], int label, double rate, double d3[PADDED])
{
    Vector rows[PADDED];
    for (int i = 0; i < OUTPUTS; i++) {
        Vector w[VECTORS];
        for (int v = 0; v < VECTORS; v++)
            w[v] = load(&W3[i][LANES * v]);
        rows[i] = product_of_rows(w, a2);
    }

    for (int i = OUTPUTS; i < PADDED; i++)
        rows[i] = zero();
    Vector low = add(sums_of_eight(rows), load(b3));
    Vector high = add(sums_of_eight(rows + LANES), load(b3 + LANES));

    const __mmask8 two = 3; // outputs 8 and 9 are the first two lanes of high
    double largest = _mm512_reduce_max_pd(_mm512_mask_max_pd(low, two, low, high));
    low = exp_of(subtract(low, all(largest)));
    high = _mm512_maskz_mov_pd(two, exp_of(subtract(high, all(largest))));
    Vector scale = all(rate / _mm512_reduce_add_pd(add(low, high)));
    low = multiply(low, scale);
    high = multiply(high, scale);

    unsigned target = 1u << label;
    low = _mm512_mask_sub_pd(low, (__mmask8)target, low, all(rate));
    high = _mm512_mask_sub_pd(high, (__mmask8)(target >> LANES), high, all(rate));
    store(d3, low);
    store(d3 + LANES, high);
    store(b3, subtract(load(b3), low));
    store(b3 + LANES, subtract(load(b3 + LANES), high));
}

// W3^T d3, each row of W3 moving as soon as it has been used; then d2, and b2 moves.
INLINE void backward_output(const double d3[PADDED], const Vector a2[VECTORS], Vector d2[VECTORS])
{
    Vector even[VECTORS], odd[VECTORS];
    for (int v = 0; v < VECTORS; v++)
        even[v] = odd[v] = zero();
    for (int i = 0; i < OUTPUTS; i += 2) {
        Vector slope0 = all(d3[i]), slope1 = all(d3[i + 1]);
        for (int v = 0; v < VECTORS; v++) {
            Vector w0 = load(&W3[i][LANES * v]), w1 = load(&W3[i + 1][LANES * v]);
            even[v] = plus_product(even[v], w0, slope0);
            odd[v] = plus_product(odd[v], w1, slope1);
            store(&W3[i][LANES * v], minus_product(w0, slope0, a2[v]));
            store(&W3[i + 1][LANES * v], minus_product(w1, slope1, a2[v]));
        }
    }

    for (int v = 0; v < VECTORS; v++) {
        d2[v] = multiply(add(even[v], odd[v]), sigmoid_slope(a2[v]));
        store(b2 + LANES * v, subtract(load(b2 + LANES * v), d2[v]));
    }
}

// W2^T d2, each row of the transposed W2 moving as soon as it has been used; then d1.
INLINE void backward_second(
    const Vector d2[VECTORS], const double a1_numbers[HIDDEN], const Vector a1[VECTORS], Vector d1[VECTORS])
{
    for (int group = 0; group < VECTORS; group++) {
        Vector products[LANES];
        for (int q = 0; q < LANES; q++) {
            int k = LANES * group + q;
            Vector w[VECTORS];
            for (int v = 0; v < VECTORS; v++)
                w[v] = load(&W2T[k][LANES * v]);
            products[q] = product_of_rows(w, d2);
            Vector x = all(a1_numbers[k]);
            for (int v = 0; v < VECTORS; v++)
                store(&W2T[k][LANES * v], minus_product(w[v], x, d2[v]));
        }

        d1[group] = multiply(sums_of_eight(products), sigmoid_slope(a1[group]));
    }
}

static void __attribute__((noinline)) train(const uint8_t *pixels, const uint8_t *labels, int samples, double rate)
{
    uint16_t ink[INPUTS + 64];
    double x[INPUTS + LANES] ALIGNED;
    for (int s = 0; s < samples; s++) {
        const uint8_t *image = pixels + (long)s * INPUTS;
        int count = list_ink(image, ink);
        for (int place = 0; place < count; place++)
            x[place] = input_of[image[ink[place]]];

        double a1_numbers[HIDDEN] ALIGNED, d3[PADDED] ALIGNED;
        Vector z1[VECTORS], a1[VECTORS], a2[VECTORS], d2[VECTORS], d1[VECTORS];
        forward_first(ink, x, count, z1);
        for (int v = 0; v < VECTORS; v++) {
            a1[v] = sigmoid_of(z1[v]);
            store(a1_numbers + LANES * v, a1[v]);
        }

        forward_second(a1_numbers, a2);
        output_gradient(a2, labels[s], rate, d3);
        backward_output(d3, a2, d2);
        backward_second(d2, a1_numbers, a1, d1);
        update_first(ink, x, count, d1);
    }
}

static void start_weights(const struct work *work)
{
    const double *first = weights_of(work, 1), *second = weights_of(work, 2), *third = weights_of(work, 3);
    for (int pixel = 0; pixel < 256; pixel++)
        input_of[pixel] = pixel / 255.0;
    for (int i = 0; i < HIDDEN; i++)
        for (int k = 0; k < INPUTS; k++)
            W1T[k][i] = first[i * INPUTS + k];
    for (int i = 0; i < HIDDEN; i++)
        for (int k = 0; k < HIDDEN; k++)
            W2T[k][i] = second[i * HIDDEN + k];
    for (int i = 0; i < OUTPUTS; i++)
        for (int k = 0; k < HIDDEN; k++)
            W3[i][k] = third[i * HIDDEN + k];
}

static double check_number()
{
    double sum = 0;
    for (int i = 0; i < HIDDEN; i++)
        for (int k = 0; k < INPUTS; k++)
            sum += fabs(W1T[k][i]);
    return sum;
}

int main(int argc, char **argv)
{
    struct work work = read_work(argc, argv);
    start_weights(&work);
    for (int epoch = 1; epoch <= work.epochs; epoch++) {
        double start = seconds_now();
        train(work.pixels, work.labels, work.samples, learning_rate);
        print_epoch("limit-avx512", epoch, work.samples, seconds_now() - start, check_number());
    }

    return 0;
}
