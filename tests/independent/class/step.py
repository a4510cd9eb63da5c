"""One step of gradient descent on one sample, with places at which a student goes wrong. Plain Python, from docs/math.md."""

import math


def sigmoid(z):
    return 1.0 / (1.0 + math.exp(-z))


FUNCTIONS = {
    "sigmoid": (sigmoid, lambda z, a: a * (1.0 - a)),
    "tanh": (math.tanh, lambda z, a: 1.0 - a * a),
    "relu": (lambda z: max(0.0, z), lambda z, a: 1.0 if z > 0.0 else 0.0),
    "identity": (lambda z: z, lambda z, a: 1.0),
}

# What the student does, and how a check calls it.
MISTAKES = {
    "Bias forgotten": {"bias": 0.0},
    "Activation derivative left out": {"derivative": "none"},
    "Sign of the error reversed": {"sign": -1.0},
    "Learning rate applied twice": {"rate": "twice"},
    "Learning rate left out": {"rate": "none"},
    "Update added": {"update": 1.0},
    "Biases not updated": {"biases": "stay"},
    "Hidden gradients through updated weights": {"back": "new"},
    "Wrong factor in the gradient of the loss": {"factor": 2.0},
}


def outer(column, row):
    return [[c * r for r in row] for c in column]


def calculate(example, wrong, rounded):
    """All numbers of the first step by their names.

    wrong: what the student does otherwise; rounded: what becomes of every number before it is used.
    """
    layers = example["layers"]
    x, y = example["samples"][0]["input"], example["samples"][0]["target"]
    eta = example["learningRate"]
    numbers, outputs, jacobians = {}, [x], []
    for l, layer in enumerate(layers, start=1):
        value, derivative = FUNCTIONS[layer["activation"]]
        share = wrong.get("bias", 1.0)
        z = rounded([sum(w * a for w, a in zip(row, outputs[-1])) + share * b for row, b in zip(layer["weights"], layer["biases"])])
        a = rounded([value(number) for number in z])
        numbers[f"z{l}"], numbers[f"a{l}"] = z, a
        jacobians.append(rounded([derivative(z_i, a_i) for z_i, a_i in zip(z, a)]))
        outputs.append(a)
    last = len(layers)
    assert example["loss"] == "squared-error"
    numbers["L"] = rounded(0.5 * sum((a - t) ** 2 for a, t in zip(outputs[-1], y)))
    gradient = rounded([wrong.get("factor", 1.0) * wrong.get("sign", 1.0) * (a - t) for a, t in zip(outputs[-1], y)])
    numbers[f"dL/da{last}"] = gradient
    updates = {}
    for l in range(last, 0, -1):
        layer, diagonal = layers[l - 1], jacobians[l - 1]
        numbers[f"da{l}/dz{l}"] = [[d if i == j else 0.0 for j in range(len(diagonal))] for i, d in enumerate(diagonal)]
        delta = rounded([g if wrong.get("derivative") == "none" else d * g for d, g in zip(diagonal, gradient)])
        numbers[f"dL/dz{l}"] = delta
        numbers[f"dL/dW{l}"] = rounded(outer(delta, outputs[l - 1]))
        numbers[f"dL/db{l}"] = delta
        step = {"twice": eta * eta, "none": 1.0}.get(wrong.get("rate"), eta) * -wrong.get("update", -1.0)
        new = rounded([[w - step * g for w, g in zip(row, grads)] for row, grads in zip(layer["weights"], numbers[f"dL/dW{l}"])])
        bias = layer["biases"] if wrong.get("biases") == "stay" else rounded([b - step * g for b, g in zip(layer["biases"], delta)])
        updates[f"W{l}'"], updates[f"b{l}'"] = new, bias
        through = new if wrong.get("back") == "new" else layer["weights"]
        gradient = rounded([sum(through[i][k] * delta[i] for i in range(len(delta))) for k in range(len(outputs[l - 1]))])
        numbers["dL/dx" if l == 1 else f"dL/da{l - 1}"] = gradient
    for l in range(1, last + 1):
        numbers[f"W{l}'"], numbers[f"b{l}'"] = updates[f"W{l}'"], updates[f"b{l}'"]
    return numbers
