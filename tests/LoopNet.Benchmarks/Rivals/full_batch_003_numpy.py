"""NumPy, all samples in every update: document 003's network, 784-72-36-10 with ReLU, on 41,000 digits.

Samples are columns, as such code is usually written. The threads are those of the BLAS.

usage: full_batch_003_numpy.py FOLDER THREADS EPOCHS      FOLDER as prep.py leaves it
prints, after each epoch, which is one update, its seconds and the check number (common.py)
"""
import os
import sys
import time

if len(sys.argv) != 4:
    sys.exit("usage: full_batch_003_numpy.py FOLDER THREADS EPOCHS")
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = sys.argv[2]  # NumPy reads them when it is imported

import numpy as np

from common import first_weights, one_hot, print_epoch, read, training_digits

LEARNING_RATE = 0.2


def step(W, b, X, Y):
    """X is 784 x m, Y is 10 x m; biases are columns."""
    m = X.shape[1]
    z1 = W[0] @ X + b[0]
    a1 = np.maximum(z1, 0)
    z2 = W[1] @ a1 + b[1]
    a2 = np.maximum(z2, 0)
    z3 = W[2] @ a2 + b[2]
    e = np.exp(z3 - z3.max(0))
    a3 = e / e.sum(0)

    d3 = a3 - Y
    d2 = (W[2].T @ d3) * (z2 > 0)
    d1 = (W[1].T @ d2) * (z1 > 0)
    gradients = [(d1 @ X.T / m, d1.sum(1, keepdims=True) / m),
                 (d2 @ a1.T / m, d2.sum(1, keepdims=True) / m),
                 (d3 @ a2.T / m, d3.sum(1, keepdims=True) / m)]

    for layer, (dW, db) in enumerate(gradients):
        W[layer] -= LEARNING_RATE * dW
        b[layer] -= LEARNING_RATE * db


def main():
    folder, epochs = sys.argv[1], int(sys.argv[3])
    pixels, labels = training_digits(folder)
    order = read(folder, "order_003.i32", np.int32)
    X = np.ascontiguousarray((pixels[order] / 255.0).T)
    Y = np.ascontiguousarray(one_hot(labels[order]).T)
    W = first_weights(folder, "init_003_f64.bin", [784, 72, 36, 10])
    b = [np.zeros((len(weights), 1)) for weights in W]
    for epoch in range(1, epochs + 1):
        start = time.perf_counter()
        step(W, b, X, Y)
        print_epoch("numpy-003", epoch, len(order), time.perf_counter() - start, W[0])


if __name__ == "__main__":
    main()
