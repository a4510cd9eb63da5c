"""What the NumPy rivals share: the prepared files, and the line that is printed.

Threads have to be chosen in the environment (OMP_NUM_THREADS, OPENBLAS_NUM_THREADS) before NumPy is imported; compare.py does.
"""
import os

import numpy as np

INPUTS, CLASSES = 784, 10


def read(folder, name, kind):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        raise SystemExit(f"{path} is missing; run prep.py MNIST_DIR {folder} first")
    return np.fromfile(path, kind)


def training_digits(folder):
    """Pixels, n x 784 bytes, and labels."""
    return read(folder, "train_x.u8", np.uint8).reshape(-1, INPUTS), read(folder, "train_y.u8", np.uint8)


def all_digits(folder):
    """The training digits, and after them the test digits."""
    pixels, labels = training_digits(folder)
    test_pixels, test_labels = read(folder, "test_x.u8", np.uint8).reshape(-1, INPUTS), read(folder, "test_y.u8", np.uint8)
    return np.concatenate([pixels, test_pixels]), np.concatenate([labels, test_labels])


def first_weights(folder, name, sizes):
    """W1, W2, ...: a row per unit."""
    numbers = read(folder, name, np.float64)
    weights, start = [], 0
    for inputs, units in zip(sizes, sizes[1:]):
        weights.append(numbers[start:start + units * inputs].reshape(units, inputs).copy())
        start += units * inputs
    return weights


def one_hot(labels):
    return np.eye(CLASSES)[labels]


def print_epoch(name, epoch, samples, seconds, W1):
    """The check number is the sum of |W1|: rivals that did the same work agree in it to about 1e-9."""
    print(f"{name} epoch {epoch} samples {samples} seconds {seconds:.6f} check {np.abs(W1).sum():.12f}", flush=True)
