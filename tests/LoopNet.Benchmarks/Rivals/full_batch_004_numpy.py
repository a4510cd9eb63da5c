"""NumPy, all samples in every update: document 004's network, 784-10-10 with ReLU, on 63,000 digits.

Samples are columns, as such code is usually written. The threads are those of the BLAS.

usage: full_batch_004_numpy.py FOLDER THREADS EPOCHS      FOLDER as prep.py leaves it
prints, after each epoch, which is one update, its seconds and the check number (common.py)
"""
import os
import sys
import time

if len(sys.argv) != 4:
    sys.exit("usage: full_batch_004_numpy.py FOLDER THREADS EPOCHS")
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = sys.argv[2]  # NumPy reads them when it is imported

import numpy as np

from common import all_digits, first_weights, one_hot, print_epoch, read

LEARNING_RATE = 0.1


def step(W, b, X, Y):
    """X is 784 x m, Y is 10 x m."""
    W1, W2 = W
    b1, b2 = b
    m = X.shape[1]
    z1 = W1 @ X + b1[:, None]
    a1 = np.maximum(z1, 0)
    z2 = W2 @ a1 + b2[:, None]
    e = np.exp(z2 - z2.max(0))
    a2 = e / e.sum(0)

    d2 = a2 - Y
    dW2 = d2 @ a1.T / m
    db2 = d2.mean(1)
    d1 = (W2.T @ d2) * (z1 > 0)
    dW1 = d1 @ X.T / m
    db1 = d1.mean(1)

    W1 -= LEARNING_RATE * dW1
    b1 -= LEARNING_RATE * db1
    W2 -= LEARNING_RATE * dW2
    b2 -= LEARNING_RATE * db2


def main():
    folder, epochs = sys.argv[1], int(sys.argv[3])
    pixels, labels = all_digits(folder)
    order = read(folder, "order_004.i32", np.int32)
    X = np.ascontiguousarray((pixels[order] / 255.0).T)
    Y = np.ascontiguousarray(one_hot(labels[order]).T)
    W = first_weights(folder, "init_004_f64.bin", [784, 10, 10])
    b = [np.zeros(len(weights)) for weights in W]
    for epoch in range(1, epochs + 1):
        start = time.perf_counter()
        step(W, b, X, Y)
        print_epoch("numpy-004", epoch, len(order), time.perf_counter() - start, W[0])


if __name__ == "__main__":
    main()
