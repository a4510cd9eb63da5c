"""Training from a seed (docs/math.md, chapters 6 and 8; docs/training-format.md)."""

import csv
import gzip
import hashlib
import math
import os
import struct

from nearest import ln
from step import Layer, Network, backward, batch_biases, batch_weights, forward, moved

MASK = 2 ** 64 - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(bits):
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB & MASK
    return bits ^ (bits >> 31)


class Random:
    def __init__(self, seed, purpose, epoch=0):
        bits = mix(seed + GAMMA & MASK)
        for letter in purpose:
            bits = mix(bits ^ ord(letter))
        self.state = mix(bits ^ epoch)

    def next(self):
        self.state = self.state + GAMMA & MASK
        return mix(self.state)

    def uniform(self):
        return (self.next() >> 11) / 2.0 ** 53

    def index(self, count):
        return (self.next() >> 32) * count >> 32

    def normal(self):
        while True:
            u = 2.0 * self.uniform() - 1.0
            v = 2.0 * self.uniform() - 1.0
            s = u * u + v * v
            if 0.0 < s < 1.0:
                return u * math.sqrt(-2.0 * ln(s) / s)


INITS = {
    "scaled": lambda random, n: random.normal() * (1.0 / math.sqrt(n)),
    "he": lambda random, n: random.normal() * math.sqrt(2.0 / n),
    "uniform": lambda random, n: random.uniform() - 0.5,
    "small": lambda random, n: random.normal() * 0.01,
}


def draw(sizes, activations, loss, seed, init, biases):
    random = Random(seed, "weights")
    layers = []
    for l in range(1, len(sizes)):
        n = sizes[l - 1]
        W = [[INITS[init](random, n) for _ in range(n)] for _ in range(sizes[l])]
        layers.append(Layer(W, [0.0] * sizes[l] if biases else None, activations[l - 1]))
    return Network(layers, loss)


def shuffled(count, seed, epoch):
    order = list(range(count))
    random = Random(seed, "shuffle", epoch)
    for s in range(count - 1, 0, -1):
        other = random.index(s + 1)
        order[s], order[other] = order[other], order[s]
    return order


def training_digits(place, limit):
    return idx_digits(place, limit) if os.path.isdir(place) else csv_digits(place)[:limit]


def csv_digits(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = [row for row in csv.reader(file) if row]
    if rows[0][0].strip().lower() == "label":
        rows = rows[1:]
    training = len(rows) - max(1, len(rows) // 7)
    return [sample(int(row[0]), [int(pixel) for pixel in row[1:]]) for row in rows[:training]]


def idx_digits(folder, limit):
    images = idx_bytes(os.path.join(folder, "train-images-idx3-ubyte"))[16:]
    labels = idx_bytes(os.path.join(folder, "train-labels-idx1-ubyte"))[8:]
    return [sample(labels[s], images[784 * s:784 * (s + 1)]) for s in range(len(labels))[:limit]]


def idx_bytes(path):
    if os.path.exists(path):
        with open(path, "rb") as file:
            return file.read()
    with gzip.open(path + ".gz") as file:
        return file.read()


def sample(label, pixels):
    return [pixel / 255.0 for pixel in pixels], [1.0 if digit == label else 0.0 for digit in range(10)]


def train(network, digits, rule, batch, epochs, seed, shuffle):
    batch = min(batch or len(digits), len(digits))
    for epoch in range(1, epochs + 1):
        anew = shuffle and batch < len(digits)
        order = shuffled(len(digits), seed, epoch) if anew else range(len(digits))
        for first in range(0, len(digits), batch):
            update(network, [digits[s] for s in order[first:first + batch]], rule)


def update(network, chosen, rule):
    samples = []
    for x, y in chosen:
        sample = forward(network, x, y)
        backward(network, sample, rule.shortcut, to_input=False)
        samples.append(sample)
    several = len(samples) > 1
    for l, layer in enumerate(network.layers, start=1):
        dL_dW = batch_weights(samples, l, rule.mean) if several else samples[0].dL_dW[l]
        dL_db = batch_biases(samples, l, rule.mean) if several else samples[0].dL_dz[l]
        layer.W = [moved(layer.W[i], dL_dW[i], rule.rate) for i in range(len(layer.W))]
        if layer.b is not None:
            layer.b = moved(layer.b, dL_db, rule.rate)


def fingerprint(network):
    digest = hashlib.sha256()
    for layer in network.layers:
        for row in layer.W:
            digest.update(struct.pack(f"<{len(row)}d", *row))
        if layer.b is not None:
            digest.update(struct.pack(f"<{len(layer.b)}d", *layer.b))
    return digest.hexdigest()
