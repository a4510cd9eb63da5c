"""Activations and losses: values and derivatives, each written out once, in plain floats."""
import math


def sigmoid(z):
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))


def softmax(z):
    largest = max(z)
    powers = [math.exp(value - largest) for value in z]
    total = sum(powers)
    return [power / total for power in powers]


def outputs(activation, slope, z):
    """F2: a = f(z), for a whole layer."""
    if activation == "sigmoid":
        return [sigmoid(value) for value in z]
    if activation == "tanh":
        return [math.tanh(value) for value in z]
    if activation == "relu":
        return [value if value > 0.0 else 0.0 for value in z]
    if activation == "leaky-relu":
        return [value if value > 0.0 else slope * value for value in z]
    if activation == "identity":
        return list(z)
    return softmax(z)


def derivative(activation, slope, z, a):
    """f'(z) of one unit, by the usual formula: for sigmoid and tanh from a."""
    if activation == "sigmoid":
        return a * (1.0 - a)
    if activation == "tanh":
        return 1.0 - a * a
    if activation == "relu":
        return 1.0 if z > 0.0 else 0.0
    if activation == "leaky-relu":
        return 1.0 if z > 0.0 else slope
    return 1.0


def diagonal(values):
    return [[value if i == j else 0.0 for j in range(len(values))] for i, value in enumerate(values)]


def jacobian(activation, slope, z, a):
    """B2: da/dz, one row for each output."""
    n = len(z)
    if activation == "softmax":
        return [[a[i] * ((1.0 if i == j else 0.0) - a[j]) for j in range(n)] for i in range(n)]
    return diagonal([derivative(activation, slope, z[i], a[i]) for i in range(n)])


def loss(name, a, y):
    """F3. A term whose coefficient is 0 adds nothing."""
    if name == "squared-error":
        return 0.5 * sum((a[i] - y[i]) ** 2 for i in range(len(a)))
    if name == "mean-squared-error":
        return sum((a[i] - y[i]) ** 2 for i in range(len(a))) / len(a)
    if name == "sum-of-squares":
        return sum((a[i] - y[i]) ** 2 for i in range(len(a)))
    if name == "sum":
        return sum(a)
    total = 0.0
    for i in range(len(a)):
        if y[i] != 0.0:
            total -= y[i] * math.log(a[i])
        if name == "binary-cross-entropy" and y[i] != 1.0:
            total -= (1.0 - y[i]) * math.log(1.0 - a[i])
    return total


def loss_gradient(name, a, y):
    """B1: dL/da of the output layer."""
    n = len(a)
    if name == "squared-error":
        return [a[i] - y[i] for i in range(n)]
    if name == "mean-squared-error":
        return [2.0 * (a[i] - y[i]) / n for i in range(n)]
    if name == "sum-of-squares":
        return [2.0 * (a[i] - y[i]) for i in range(n)]
    if name == "sum":
        return [1.0] * n
    if name == "cross-entropy":
        return [-y[i] / a[i] if y[i] != 0.0 else 0.0 for i in range(n)]
    return [(-y[i] / a[i] if y[i] != 0.0 else 0.0) + ((1.0 - y[i]) / (1.0 - a[i]) if y[i] != 1.0 else 0.0) for i in range(n)]


ACTIVATIONS = ["sigmoid", "tanh", "relu", "identity", "softmax"]
LOSSES = ["squared-error", "mean-squared-error", "cross-entropy", "binary-cross-entropy"]

# Asked for with --functions all, where the checker under test knows them.
MORE_ACTIVATIONS = ["leaky-relu"]
MORE_LOSSES = ["sum-of-squares", "sum"]


def output_activations(loss_name, activations):
    """The output activations that a loss takes."""
    if loss_name == "cross-entropy":
        return ["softmax", "softmax", "sigmoid"]
    if loss_name == "binary-cross-entropy":
        return ["sigmoid"]
    return activations
