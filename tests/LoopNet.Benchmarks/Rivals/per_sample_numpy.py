"""NumPy, sample by sample: document 000's network, 784-32-32-10.

usage: per_sample_numpy.py plain|jacobians FOLDER EPOCHS SAMPLES      FOLDER as prep.py leaves it
    plain        the output gradient is a - y, the slope of the sigmoid is multiplied number by number
    jacobians    every activation has its Jacobian as a matrix, as document 000 asks and LoopNet's literal loops do
prints, after each epoch, its seconds (training alone) and the check number (common.py)
"""
import sys
import time

import numpy as np

from common import first_weights, one_hot, print_epoch, training_digits

LEARNING_RATE = 0.01


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def train_plain(W, b, X, Y, rate):
    W1, W2, W3 = W
    b1, b2, b3 = b
    for x, y in zip(X, Y):
        a1 = sigmoid(W1 @ x + b1)
        a2 = sigmoid(W2 @ a1 + b2)
        z3 = W3 @ a2 + b3
        e = np.exp(z3 - z3.max())
        a3 = e / e.sum()
        d3 = a3 - y
        d2 = (W3.T @ d3) * a2 * (1 - a2)
        d1 = (W2.T @ d2) * a1 * (1 - a1)
        W3 -= rate * np.outer(d3, a2)
        b3 -= rate * d3
        W2 -= rate * np.outer(d2, a1)
        b2 -= rate * d2
        W1 -= rate * np.outer(d1, x)
        b1 -= rate * d1


def train_jacobians(W, b, X, Y, rate):
    W1, W2, W3 = W
    b1, b2, b3 = b
    for x, y in zip(X, Y):
        a1 = sigmoid(W1 @ x + b1)
        a2 = sigmoid(W2 @ a1 + b2)
        z3 = W3 @ a2 + b3
        e = np.exp(z3 - z3.max())
        a3 = e / e.sum()
        dL_da3 = -y / (a3 + 1e-300)
        J3 = np.diag(a3) - np.outer(a3, a3)
        d3 = J3.T @ dL_da3
        J2 = np.diag(a2 * (1 - a2))
        d2 = J2 @ (W3.T @ d3)
        J1 = np.diag(a1 * (1 - a1))
        d1 = J1 @ (W2.T @ d2)
        W3 -= rate * np.outer(d3, a2)
        b3 -= rate * d3
        W2 -= rate * np.outer(d2, a1)
        b2 -= rate * d2
        W1 -= rate * np.outer(d1, x)
        b1 -= rate * d1


WAYS = {"plain": train_plain, "jacobians": train_jacobians}


def main():
    if len(sys.argv) != 5 or sys.argv[1] not in WAYS:
        sys.exit("usage: per_sample_numpy.py plain|jacobians FOLDER EPOCHS SAMPLES")
    way, folder, epochs, samples = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    pixels, labels = training_digits(folder)
    X = pixels[:samples] / 255.0
    Y = one_hot(labels[:samples])
    W = first_weights(folder, "init_f64.bin", [784, 32, 32, 10])
    b = [np.zeros(len(weights)) for weights in W]
    for epoch in range(1, epochs + 1):
        start = time.perf_counter()
        WAYS[way](W, b, X, Y, LEARNING_RATE)
        print_epoch(f"numpy-{way}", epoch, samples, time.perf_counter() - start, W[0])


if __name__ == "__main__":
    main()
