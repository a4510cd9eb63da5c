/* What the C rivals share: the sizes of document 000's network, the prepared files, the clock and the line that is printed. */
#ifndef LOOPNET_RIVALS_DATA_H
#define LOOPNET_RIVALS_DATA_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { INPUTS = 784, HIDDEN = 32, OUTPUTS = 10 };

#define ALIGNED __attribute__((aligned(64)))

/* What the command line asks for: PROGRAM FOLDER EPOCHS SAMPLES. */
struct work {
    const char *folder;
    int epochs;
    int samples;
    uint8_t *pixels;    /* samples x INPUTS bytes, 0 for paper to 255 for ink */
    uint8_t *labels;    /* samples bytes, 0 to 9 */
    double *weights;    /* W1, W2, W3 one after another, each row by row: a row holds the weights of a unit */
};

static const double learning_rate = 0.01;

static inline double seconds_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static inline void *read_file(const char *folder, const char *name, size_t bytes)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }

    void *content = aligned_alloc(64, (bytes + 127) / 64 * 64);
    if (fread(content, 1, bytes, file) != bytes) {
        fprintf(stderr, "%s: shorter than %zu bytes; run prep.py anew\n", path, bytes);
        exit(1);
    }

    fclose(file);
    return content;
}

static inline struct work read_work(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: %s FOLDER EPOCHS SAMPLES\n", argv[0]);
        exit(2);
    }

    struct work work;
    size_t parameters = INPUTS * HIDDEN + HIDDEN * HIDDEN + HIDDEN * OUTPUTS;
    work.folder = argv[1];
    work.epochs = atoi(argv[2]);
    work.samples = atoi(argv[3]);
    work.pixels = (uint8_t *)read_file(work.folder, "train_x.u8", (size_t)work.samples * INPUTS);
    work.labels = (uint8_t *)read_file(work.folder, "train_y.u8", (size_t)work.samples);
    work.weights = (double *)read_file(work.folder, "init_f64.bin", parameters * sizeof(double));
    return work;
}

/* The first weight of layer 1, 2 or 3. */
static inline double *weights_of(const struct work *work, int layer)
{
    double *first = work->weights;
    if (layer > 1)
        first += INPUTS * HIDDEN;
    if (layer > 2)
        first += HIDDEN * HIDDEN;
    return first;
}

/* The check number is the sum of |W1|, unit by unit: rivals that did the same work agree in it to about 1e-9. */
static inline void print_epoch(const char *name, int epoch, int samples, double seconds, double check)
{
    printf("%s epoch %d samples %d seconds %.6f check %.12f\n", name, epoch, samples, seconds, check);
    fflush(stdout);
}

#endif
