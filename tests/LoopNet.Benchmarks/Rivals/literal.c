/* Plain C loops: document 000's network, 784-32-32-10, sample by sample, as a textbook writes it.

   All 784 inputs are multiplied, the weights lie row by row, the output gradient is a - y. The compiler may vectorise what it
   can without reordering a sum.

   usage: literal FOLDER EPOCHS SAMPLES      FOLDER as prep.py leaves it
   prints, after each epoch, its seconds (training alone) and the check number (data.h)

   gcc -O3 -march=native literal.c -o literal -lm */
#include "data.h"

static double W1[HIDDEN][INPUTS], W2[HIDDEN][HIDDEN], W3[OUTPUTS][HIDDEN];
static double b1[HIDDEN], b2[HIDDEN], b3[OUTPUTS];
static double a1[HIDDEN], a2[HIDDEN], a3[OUTPUTS];
static double d1[HIDDEN], d2[HIDDEN], d3[OUTPUTS]; /* dL/dz */

static double sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static void forward(const double *x)
{
    for (int i = 0; i < HIDDEN; i++) {
        double sum = b1[i];
        for (int k = 0; k < INPUTS; k++)
            sum += W1[i][k] * x[k];
        a1[i] = sigmoid(sum);
    }

    for (int i = 0; i < HIDDEN; i++) {
        double sum = b2[i];
        for (int k = 0; k < HIDDEN; k++)
            sum += W2[i][k] * a1[k];
        a2[i] = sigmoid(sum);
    }

    double z[OUTPUTS], largest = -1e300, total = 0;
    for (int i = 0; i < OUTPUTS; i++) {
        double sum = b3[i];
        for (int k = 0; k < HIDDEN; k++)
            sum += W3[i][k] * a2[k];
        z[i] = sum;
        if (sum > largest)
            largest = sum;
    }

    for (int i = 0; i < OUTPUTS; i++) {
        a3[i] = exp(z[i] - largest);
        total += a3[i];
    }

    for (int i = 0; i < OUTPUTS; i++)
        a3[i] /= total;
}

static void backward(int label)
{
    for (int i = 0; i < OUTPUTS; i++)
        d3[i] = a3[i] - (i == label);

    for (int k = 0; k < HIDDEN; k++) {
        double sum = 0;
        for (int i = 0; i < OUTPUTS; i++)
            sum += W3[i][k] * d3[i];
        d2[k] = sum * a2[k] * (1 - a2[k]);
    }

    for (int k = 0; k < HIDDEN; k++) {
        double sum = 0;
        for (int i = 0; i < HIDDEN; i++)
            sum += W2[i][k] * d2[i];
        d1[k] = sum * a1[k] * (1 - a1[k]);
    }
}

static void update(const double *x, double rate)
{
    for (int i = 0; i < OUTPUTS; i++) {
        for (int k = 0; k < HIDDEN; k++)
            W3[i][k] -= rate * d3[i] * a2[k];
        b3[i] -= rate * d3[i];
    }

    for (int i = 0; i < HIDDEN; i++) {
        for (int k = 0; k < HIDDEN; k++)
            W2[i][k] -= rate * d2[i] * a1[k];
        b2[i] -= rate * d2[i];
    }

    for (int i = 0; i < HIDDEN; i++) {
        for (int k = 0; k < INPUTS; k++)
            W1[i][k] -= rate * d1[i] * x[k];
        b1[i] -= rate * d1[i];
    }
}

static double check_number(void)
{
    double sum = 0;
    for (int i = 0; i < HIDDEN; i++)
        for (int k = 0; k < INPUTS; k++)
            sum += fabs(W1[i][k]);
    return sum;
}

int main(int argc, char **argv)
{
    struct work work = read_work(argc, argv);
    memcpy(W1, weights_of(&work, 1), sizeof W1);
    memcpy(W2, weights_of(&work, 2), sizeof W2);
    memcpy(W3, weights_of(&work, 3), sizeof W3);

    long numbers = (long)work.samples * INPUTS;
    double *inputs = malloc((size_t)numbers * sizeof(double));
    for (long place = 0; place < numbers; place++)
        inputs[place] = work.pixels[place] / 255.0;

    for (int epoch = 1; epoch <= work.epochs; epoch++) {
        double start = seconds_now();
        for (int s = 0; s < work.samples; s++) {
            const double *x = inputs + (long)s * INPUTS;
            forward(x);
            backward(work.labels[s]);
            update(x, learning_rate);
        }

        print_epoch("literal-c", epoch, work.samples, seconds_now() - start, check_number());
    }

    return 0;
}
