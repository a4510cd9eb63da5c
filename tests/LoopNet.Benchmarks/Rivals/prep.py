"""Turns the MNIST files into what every rival reads: raw bytes, and the same first weights for all.

usage: prep.py MNIST_DIR [FOLDER]      MNIST_DIR has the four files as published, gzipped or not; FOLDER is this one by default

It writes
    train_x.u8, test_x.u8       images, 784 bytes each, 0 for paper to 255 for ink
    train_y.u8, test_y.u8       labels, a byte each
    init_f64.bin                first weights of 784-32-32-10, per sample: W1, W2, W3, each row by row (a row per unit)
    order_004.i32               which of the 70,000 images (training, then test) document 004 trains on: 63,000
    init_004_f64.bin            first weights of 784-10-10
    order_003.i32               which of the 60,000 training images document 003 trains on: 41,000
    init_003_f64.bin            first weights of 784-72-36-10
All biases begin at 0. Numbers have the byte order of the machine. It prints nothing.
"""
import gzip
import os
import sys

import numpy as np


def body(mnist, name, header):
    """The bytes of an IDX file behind its header."""
    path = os.path.join(mnist, name)
    if os.path.exists(path + ".gz"):
        with gzip.open(path + ".gz") as file:
            content = file.read()
    elif os.path.exists(path):
        with open(path, "rb") as file:
            content = file.read()
    else:
        sys.exit(f"prep.py: there is neither {path}.gz nor {path}; MNIST_DIR has the four files of MNIST as published")
    return np.frombuffer(content, np.uint8)[header:]


def write_weights(path, seed, sizes, scale):
    """Draws the weights from N(0,1), one layer after another, and scales them by its number of inputs."""
    random = np.random.default_rng(seed)
    with open(path, "wb") as file:
        for inputs, units in zip(sizes, sizes[1:]):
            file.write(scale(random.standard_normal((units, inputs)), inputs).tobytes())


def scaled(numbers, inputs):
    return numbers / np.sqrt(inputs)


def he(numbers, inputs):
    return numbers * np.sqrt(2 / inputs)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: prep.py MNIST_DIR [FOLDER]")
    mnist = sys.argv[1]
    folder = sys.argv[2] if len(sys.argv) == 3 else "."
    os.makedirs(folder, exist_ok=True)

    body(mnist, "train-images-idx3-ubyte", 16).tofile(os.path.join(folder, "train_x.u8"))
    body(mnist, "train-labels-idx1-ubyte", 8).tofile(os.path.join(folder, "train_y.u8"))
    body(mnist, "t10k-images-idx3-ubyte", 16).tofile(os.path.join(folder, "test_x.u8"))
    body(mnist, "t10k-labels-idx1-ubyte", 8).tofile(os.path.join(folder, "test_y.u8"))

    order = np.random.default_rng(0).permutation(70000)[:63000]
    order.astype(np.int32).tofile(os.path.join(folder, "order_004.i32"))
    order = np.random.default_rng(0).permutation(60000)[:41000]
    order.astype(np.int32).tofile(os.path.join(folder, "order_003.i32"))

    write_weights(os.path.join(folder, "init_f64.bin"), 1, [784, 32, 32, 10], scaled)
    write_weights(os.path.join(folder, "init_004_f64.bin"), 1, [784, 10, 10], he)
    write_weights(os.path.join(folder, "init_003_f64.bin"), 2, [784, 72, 36, 10], he)


if __name__ == "__main__":
    main()
