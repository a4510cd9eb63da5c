"""One step of gradient descent in plain loops (docs/math.md, chapters 2, 3 and 7). Every sum starts at 0.0 and takes its terms in order."""

import math


class NotFinite(Exception):
    """A number became infinite or not a number: there is no step."""


def check(*vectors):
    for vector in vectors:
        if not all(math.isfinite(number) for number in vector):
            raise NotFinite


class Layer:
    def __init__(self, W, b, activation):
        self.W = W
        self.b = b
        self.activation = activation


class Network:
    def __init__(self, layers, loss):
        self.layers = layers
        self.loss = loss

    def sizes(self):
        return [len(self.layers[0].W[0])] + [len(layer.W) for layer in self.layers]


class Rule:
    """How a step moves the parameters; without a rate it moves none."""

    def __init__(self, rate, mean=True, update_biases=True, shortcut=False):
        self.rate = rate
        self.mean = mean
        self.update_biases = update_biases
        self.shortcut = shortcut


class Sample:
    """Every tensor of one sample; lists are indexed by the layer, and 0 is the input."""

    def __init__(self, last):
        self.z = [None] * (last + 1)
        self.a = [None] * (last + 1)
        self.dL_da = [None] * (last + 1)
        self.da_dz = [None] * (last + 1)
        self.dL_dz = [None] * (last + 1)
        self.dL_dW = [None] * (last + 1)


def forward(network, x, y, given=None):
    """F1, F2 and, where there is a loss, F3."""
    last = len(network.layers)
    sample = Sample(last)
    sample.y = y
    sample.given = given
    sample.saturated = None
    sample.a[0] = x
    for l in range(1, last + 1):
        layer = network.layers[l - 1]
        sample.z[l] = weighted_sums(layer.W, sample.a[l - 1], layer.b)
        check(sample.z[l])
        sample.a[l] = layer.activation.values(sample.z[l])
    if network.loss is None:
        return sample
    output = network.layers[-1].activation
    sample.saturated = network.loss.saturated(output, sample.a[last], y)
    if sample.saturated:
        sample.L = sample.saturated.value(sample.z[last], y)
    else:
        sample.L = network.loss.value(sample.a[last], y)
    check([sample.L])
    return sample


def weighted_sums(W, a, b):
    z = []
    for i in range(len(W)):
        row = W[i]
        total = 0.0
        for k in range(len(a)):
            total += row[k] * a[k]
        if b is not None:
            total += b[i]
        z.append(total)
    return z


def backward(network, sample, shortcut, to_input=True):
    """B1 to B7; training leaves out dL/dx."""
    last = len(network.layers)
    loss = sample.saturated or network.loss
    if not shortcut:
        sample.dL_da[last] = sample.given if loss is None else loss.gradient(sample.a[last], sample.y)
        check(sample.dL_da[last])
    for l in range(last, 0, -1):
        layer = network.layers[l - 1]
        n = len(layer.W)
        if l < last or not shortcut:
            sample.da_dz[l] = layer.activation.jacobian(sample.z[l], sample.a[l])
        if l == last and (shortcut or sample.saturated):
            sample.dL_dz[l] = [sample.a[l][j] - sample.y[j] for j in range(n)]
        else:
            sample.dL_dz[l] = transposed_product(sample.da_dz[l], sample.dL_da[l])
        check(sample.dL_dz[l])
        sample.dL_dW[l] = [[0.0 + sample.dL_dz[l][j] * signal for signal in sample.a[l - 1]] for j in range(n)]
        if l > 1 or to_input:
            sample.dL_da[l - 1] = transposed_product(layer.W, sample.dL_dz[l])
            check(sample.dL_da[l - 1])


def transposed_product(matrix, vector):
    result = []
    for k in range(len(matrix[0])):
        total = 0.0
        for i in range(len(vector)):
            total += matrix[i][k] * vector[i]
        result.append(total)
    return result


def batch_loss(samples, mean):
    """M3."""
    return batch([[sample.L] for sample in samples], mean)


def batch_weights(samples, l, mean):
    """M1."""
    rows = len(samples[0].dL_dW[l])
    return [batch([sample.dL_dW[l][j] for sample in samples], mean) for j in range(rows)]


def batch_biases(samples, l, mean):
    """M2."""
    return batch([sample.dL_dz[l] for sample in samples], mean)


def batch(vectors, mean):
    result = []
    for k in range(len(vectors[0])):
        total = 0.0
        for vector in vectors:
            total += vector[k]
        result.append(0.0 + total / len(vectors) if mean else total)
    return result


def moved(numbers, gradient, rate):
    """U1 and U2, of one row."""
    return [numbers[k] - rate * gradient[k] for k in range(len(numbers))]
