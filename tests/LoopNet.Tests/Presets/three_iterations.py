"""Three iterations of full-batch gradient descent for documents 001, 003 and 004, written with NumPy from their equations.

    python3 three_iterations.py > three_iterations.json

The initial weights come from the generator that seeded_random.py describes; the twenty digits from twenty-digits.csv.
Printed are every weight of the layers after the first, every bias, and of the first layer's weights the sum, the sum of squares
and every 97th, after each of the three iterations.
"""
import csv
import json
import os
import sys
from decimal import Context, Decimal
from math import sqrt

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(bits):
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB & MASK
    return bits ^ (bits >> 31)


def ln(x):
    """The double nearest to ln x, by 60 decimal digits."""
    return float(Decimal(x).ln(Context(prec=60)))


class SeededRandom:
    def __init__(self, seed, purpose, epoch=0):
        state = mix((seed + GAMMA) & MASK)
        for letter in purpose:
            state = mix(state ^ ord(letter))
        self.state = mix(state ^ epoch)

    def uniform(self):
        self.state = (self.state + GAMMA) & MASK
        return (mix(self.state) >> 11) * 2.0 ** -53

    def normal(self):
        s = 0.0
        while s >= 1.0 or s == 0.0:
            u, v = 2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0
            s = u * u + v * v
        return u * sqrt(-2.0 * ln(s) / s)


def initial_weights(sizes, init):
    random = SeededRandom(1, "weights")
    weights = []
    for inputs, units in zip(sizes, sizes[1:]):
        scale = {"small": 0.01, "he": sqrt(2.0 / inputs)}[init]
        weights.append(np.array([[random.normal() * scale for _ in range(inputs)] for _ in range(units)]))
    return weights


def digits():
    with open(os.path.join(HERE, "twenty-digits.csv"), newline="") as file:
        rows = list(csv.reader(file))[1:]
    labels = np.array([int(row[0]) for row in rows])
    pixels = np.array([[int(cell) for cell in row[1:]] for row in rows])
    return pixels.T / 255.0, np.eye(10)[labels].T  # samples are columns


def iterate(W, b, X, Y, rate):
    """One iteration: Z = W A + b, A = ReLU(Z), softmax at the end; dZ = A - Y; dW = dZ A^T / m; dA = W^T dZ."""
    m = X.shape[1]
    A, Z = [X], []
    for l in range(len(W)):
        Z.append(W[l] @ A[-1] + b[l][:, None])
        if l < len(W) - 1:
            A.append(np.maximum(Z[-1], 0.0))
        else:
            e = np.exp(Z[-1] - Z[-1].max(axis=0))
            A.append(e / e.sum(axis=0))
    loss = -np.sum(Y * np.log(A[-1])) / m
    dZ = A[-1] - Y
    W_new, b_new = list(W), list(b)
    for l in reversed(range(len(W))):
        W_new[l] = W[l] - rate * (dZ @ A[l].T) / m
        b_new[l] = b[l] - rate * dZ.sum(axis=1) / m
        if l > 0:
            dZ = (W[l].T @ dZ) * (Z[l - 1] > 0)
    return W_new, b_new, loss


def numbers(W, b, loss):
    first = W[0].ravel()
    return {
        "loss": float(loss),
        "W1 sum": float(first.sum()),
        "W1 sum of squares": float((first * first).sum()),
        "W1 every 97th": first[::97].tolist(),
        "W": [w.ravel().tolist() for w in W[1:]],
        "b": [bias.tolist() for bias in b],
    }


X, Y = digits()
runs = {}
for name, sizes, init, rate in (
    ("001", [784, 64, 32, 10], "small", 1.0),
    ("003", [784, 72, 36, 10], "he", 0.2),
    ("004", [784, 10, 10], "he", 0.1),
):
    W = initial_weights(sizes, init)
    b = [np.zeros(units) for units in sizes[1:]]
    runs[name] = []
    for _ in range(3):
        W, b, loss = iterate(W, b, X, Y, rate)
        runs[name].append(numbers(W, b, loss))

json.dump(runs, sys.stdout)
