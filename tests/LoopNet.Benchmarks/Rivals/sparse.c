/* Tuned C without intrinsics: document 000's network, 784-32-32-10, sample by sample.

   W1 lies transposed, so that a vector holds neighbouring units; pixels without ink are skipped; W2 and W3 are kept both ways
   round; the learning rate is multiplied into dL/dz once. The compiler vectorises every inner loop. exp is the C library's.

   usage: sparse FOLDER EPOCHS SAMPLES      FOLDER as prep.py leaves it
   prints, after each epoch, its seconds (training alone) and the check number (data.h)

   gcc -O3 -march=native -mprefer-vector-width=512 sparse.c -o sparse -lm      (a little-endian machine) */
#include "data.h"

enum { PADDED = 16 }; /* the outputs, filled up to whole vectors */

static double W1T[INPUTS][HIDDEN] ALIGNED;
static double W2[HIDDEN][HIDDEN] ALIGNED, W2T[HIDDEN][HIDDEN] ALIGNED;
static double W3[OUTPUTS][HIDDEN] ALIGNED, W3T[HIDDEN][PADDED] ALIGNED;
static double b1[HIDDEN], b2[HIDDEN], b3[PADDED];
static double input_of[256]; /* pixel / 255 */

/* Lists the pixels that are not 0, eight at a time; returns how many there are. */
static inline int list_ink(const uint8_t *pixels, uint16_t *places)
{
    int count = 0;
    for (int k = 0; k < INPUTS; k += 8) {
        uint64_t eight;
        memcpy(&eight, pixels + k, 8);
        while (eight) {
            int byte = __builtin_ctzll(eight) >> 3;
            places[count++] = (uint16_t)(k + byte);
            eight &= ~(0xffULL << (8 * byte));
        }
    }

    return count;
}

static inline void train(const uint8_t *pixels, int label, double rate)
{
    double a1[HIDDEN] ALIGNED, a2[HIDDEN] ALIGNED, z[HIDDEN] ALIGNED;
    double d1[HIDDEN] ALIGNED, d2[HIDDEN] ALIGNED, d3[PADDED], out[PADDED];
    uint16_t ink[INPUTS];
    int count = list_ink(pixels, ink);

    /* Forward. */
    for (int i = 0; i < HIDDEN; i++)
        z[i] = b1[i];
    for (int place = 0; place < count; place++) {
        const double *w = W1T[ink[place]];
        double x = input_of[pixels[ink[place]]];
        for (int i = 0; i < HIDDEN; i++)
            z[i] += w[i] * x;
    }
    for (int i = 0; i < HIDDEN; i++)
        a1[i] = 1 / (1 + exp(-z[i]));

    for (int i = 0; i < HIDDEN; i++)
        z[i] = b2[i];
    for (int k = 0; k < HIDDEN; k++) {
        double x = a1[k];
        for (int i = 0; i < HIDDEN; i++)
            z[i] += W2T[k][i] * x;
    }
    for (int i = 0; i < HIDDEN; i++)
        a2[i] = 1 / (1 + exp(-z[i]));

    for (int i = 0; i < PADDED; i++)
        out[i] = b3[i];
    for (int k = 0; k < HIDDEN; k++) {
        double x = a2[k];
        for (int i = 0; i < PADDED; i++)
            out[i] += W3T[k][i] * x;
    }

    /* Softmax, and dL/dz = a - y; every dL/dz carries the learning rate from here on. */
    double largest = out[0];
    for (int i = 1; i < OUTPUTS; i++)
        largest = out[i] > largest ? out[i] : largest;
    double total = 0;
    for (int i = 0; i < PADDED; i++)
        out[i] = exp(out[i] - largest);
    for (int i = 0; i < OUTPUTS; i++)
        total += out[i];
    total = 1 / total;
    for (int i = 0; i < OUTPUTS; i++)
        d3[i] = out[i] * total;
    d3[label] -= 1;
    for (int i = OUTPUTS; i < PADDED; i++)
        d3[i] = 0;
    for (int i = 0; i < PADDED; i++)
        d3[i] *= rate;

    /* Backward, each weight moving as soon as it has been used. */
    for (int k = 0; k < HIDDEN; k++)
        z[k] = 0;
    for (int i = 0; i < OUTPUTS; i++) {
        double d = d3[i];
        for (int k = 0; k < HIDDEN; k++) {
            z[k] += W3[i][k] * d;
            W3[i][k] -= d * a2[k];
        }
    }
    for (int k = 0; k < HIDDEN; k++) {
        double x = a2[k];
        for (int i = 0; i < PADDED; i++)
            W3T[k][i] -= d3[i] * x;
    }
    for (int k = 0; k < HIDDEN; k++)
        d2[k] = z[k] * a2[k] * (1 - a2[k]);

    for (int k = 0; k < HIDDEN; k++)
        z[k] = 0;
    for (int i = 0; i < HIDDEN; i++) {
        double d = d2[i];
        for (int k = 0; k < HIDDEN; k++) {
            z[k] += W2[i][k] * d;
            W2[i][k] -= d * a1[k];
        }
    }
    for (int k = 0; k < HIDDEN; k++) {
        double x = a1[k];
        for (int i = 0; i < HIDDEN; i++)
            W2T[k][i] -= d2[i] * x;
    }
    for (int k = 0; k < HIDDEN; k++)
        d1[k] = z[k] * a1[k] * (1 - a1[k]);

    for (int i = 0; i < OUTPUTS; i++)
        b3[i] -= d3[i];
    for (int i = 0; i < HIDDEN; i++) {
        b2[i] -= d2[i];
        b1[i] -= d1[i];
    }

    for (int place = 0; place < count; place++) {
        double *w = W1T[ink[place]];
        double x = input_of[pixels[ink[place]]];
        for (int i = 0; i < HIDDEN; i++)
            w[i] -= d1[i] * x;
    }
}

static void load(const struct work *work)
{
    const double *first = weights_of(work, 1), *second = weights_of(work, 2), *third = weights_of(work, 3);
    for (int pixel = 0; pixel < 256; pixel++)
        input_of[pixel] = pixel / 255.0;
    for (int i = 0; i < HIDDEN; i++)
        for (int k = 0; k < INPUTS; k++)
            W1T[k][i] = first[i * INPUTS + k];
    for (int i = 0; i < HIDDEN; i++)
        for (int k = 0; k < HIDDEN; k++)
            W2[i][k] = W2T[k][i] = second[i * HIDDEN + k];
    for (int i = 0; i < OUTPUTS; i++)
        for (int k = 0; k < HIDDEN; k++)
            W3[i][k] = W3T[k][i] = third[i * HIDDEN + k];
}

static double check_number(void)
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
    load(&work);
    for (int epoch = 1; epoch <= work.epochs; epoch++) {
        double start = seconds_now();
        for (int s = 0; s < work.samples; s++)
            train(work.pixels + (long)s * INPUTS, work.labels[s], learning_rate);

        print_epoch("sparse-c", epoch, work.samples, seconds_now() - start, check_number());
    }

    return 0;
}
