"""Writes other_system.trace.jsonl: a trace by another program, written from docs/trace-format.md alone.

    python3 other_system.py > other_system.trace.jsonl

3-2-2, tanh and softmax with cross-entropy, biases in layer 2 only; three samples in batches of two, so that the second
update of a pass has a single sample; four updates.
"""

import json
import math

SIZES = [3, 2, 2]
ACTIVATIONS = ["tanh", "softmax"]
ETA = 0.3
W = {1: [[0.3, -0.2, 0.5], [0.1, 0.4, -0.6]], 2: [[0.7, -0.3], [0.2, 0.9]]}
b = {2: [0.1, -0.2]}
X = [[1, 0.5, -1], [0.2, -0.3, 0.8], [0.9, 0.1, 0.4]]
Y = [[1, 0], [0, 1], [0.25, 0.75]]
LAYERS = [1, 2]

records = []


def record(step, sample, phase, layer, equation, symbol, shape, formula, operands, values):
    records.append({
        "step": step, "sample": sample, "phase": phase, "layer": layer, "equation": equation, "symbol": symbol,
        "shape": shape, "formula": formula, "operands": operands, "values": values})


def flat(matrix):
    return [value for row in matrix for value in row]


def dot(left, right):
    total = 0.0
    for p, q in zip(left, right):
        total += p * q
    return total


def column(matrix, j):
    return [row[j] for row in matrix]


def output(layer):
    return "x" if layer == 0 else f"a{layer}"


def parameters(step):
    for l in LAYERS:
        record(step, None, "parameters", l, None, f"W{l}", [SIZES[l], SIZES[l - 1]], None, [], flat(W[l]))
        if l in b:
            record(step, None, "parameters", l, None, f"b{l}", [SIZES[l]], None, [], b[l])


def softmax(z):
    exponentials = [math.exp(value - max(z)) for value in z]
    total = 0.0
    for value in exponentials:
        total += value
    return [value / total for value in exponentials]


def forward(step, s, x):
    a = {0: x}
    record(step, s, "forward", 0, None, "x", [SIZES[0]], None, [], x)
    for l in LAYERS:
        z = [dot(row, a[l - 1]) for row in W[l]]
        operands = [f"W{l}", output(l - 1)]
        bias = ""
        if l in b:
            z = [value + shift for value, shift in zip(z, b[l])]
            operands.append(f"b{l}")
            bias = f" + b{l}"
        a[l] = softmax(z) if ACTIVATIONS[l - 1] == "softmax" else [math.tanh(value) for value in z]
        record(step, s, "forward", l, "F1", f"z{l}", [SIZES[l]], f"z{l} = W{l} {output(l - 1)}{bias}", operands, z)
        record(step, s, "forward", l, "F2", f"a{l}", [SIZES[l]], f"a{l} = {ACTIVATIONS[l - 1]}(z{l})", [f"z{l}"], a[l])
    return a


def loss(step, s, a, y):
    total = 0.0
    for target, value in zip(y, a):
        if target != 0:
            total += target * math.log(value)
    record(step, s, "loss", 2, None, "y", [SIZES[2]], None, [], y)
    record(step, s, "loss", 2, "F3", "L", [], "L = -sum y ln a2", ["a2", "y"], [0.0 - total])


def jacobian(step, s, l, a):
    n = range(SIZES[l])
    if ACTIVATIONS[l - 1] == "softmax":
        matrix = [[a[i] * (1 - a[i]) if i == j else 0.0 - a[i] * a[j] for j in n] for i in n]
        formula = f"diag(a{l}) - a{l} a{l}^T"
    else:
        matrix = [[1 - a[i] * a[i] if i == j else 0.0 for j in n] for i in n]
        formula = f"diag(1 - a{l}^2)"
    symbol = f"da{l}/dz{l}"
    record(step, s, "backward", l, "B2", symbol, [SIZES[l], SIZES[l]], f"{symbol} = {formula}", [f"a{l}"], flat(matrix))
    return matrix


def backward(step, s, a, y):
    dL_da = [-target / value if target != 0 else 0.0 for target, value in zip(y, a[2])]
    record(step, s, "backward", 2, "B1", "dL/da2", [SIZES[2]], "dL/da2 = -y / a2", ["a2", "y"], dL_da)
    gradients = {}
    for l in reversed(LAYERS):
        n, m, before = SIZES[l], SIZES[l - 1], output(l - 1)
        da_dz = jacobian(step, s, l, a[l])
        dL_dz = [dot(column(da_dz, j), dL_da) for j in range(n)]
        record(step, s, "backward", l, "B3", f"dL/dz{l}", [n], f"dL/dz{l} = (da{l}/dz{l})^T dL/da{l}", [f"da{l}/dz{l}", f"dL/da{l}"], dL_dz)
        dz_dW = [a[l - 1][k] if i == j else 0.0 for i in range(n) for j in range(n) for k in range(m)]
        record(step, s, "backward", l, "B4", f"dz{l}/dW{l}", [n, n, m], f"dz{l}/dW{l}[i,j,k] = [i = j] {before}[k]", [before], dz_dW)
        dL_dW = [[0.0 + dL_dz[j] * a[l - 1][k] for k in range(m)] for j in range(n)]
        formula = f"dL/dW{l}[j,k] = sum_i dL/dz{l}[i] dz{l}/dW{l}[i,j,k] = dL/dz{l}[j] {before}[k]"
        record(step, s, "backward", l, "B5", f"dL/dW{l}", [n, m], formula, [f"dL/dz{l}", f"dz{l}/dW{l}", before], flat(dL_dW))
        if l in b:
            record(step, s, "backward", l, "B6", f"dL/db{l}", [n], f"dL/db{l} = dL/dz{l}", [f"dL/dz{l}"], dL_dz)
        record(step, s, "backward", l, "B7", f"dz{l}/d{before}", [n, m], f"dz{l}/d{before} = W{l}", [f"W{l}"], flat(W[l]))
        dL_da = [dot(column(W[l], k), dL_dz) for k in range(m)]
        record(step, s, "backward", l - 1, "B7", f"dL/d{before}", [m], f"dL/d{before} = W{l}^T dL/dz{l}", [f"W{l}", f"dL/dz{l}"], dL_da)
        gradients[f"W{l}"] = flat(dL_dW)
        gradients[f"b{l}"] = dL_dz
    return gradients


def moving():
    for l in LAYERS:
        yield l, f"W{l}", [SIZES[l], SIZES[l - 1]], "1"
        if l in b:
            yield l, f"b{l}", [SIZES[l]], "2"


def mean(step, gradients):
    count = len(gradients)
    means = {}
    for l, name, shape, number in moving():
        total = [0.0] * math.prod(shape)
        for gradient in gradients:
            total = [p + q for p, q in zip(total, gradient[name])]
        means[name] = [value / count + 0.0 for value in total]
        formula = f"mean dL/d{name} = (sum_s dL/d{name}) / {count}"
        record(step, None, "mean", l, f"M{number}", f"mean dL/d{name}", shape, formula, [f"dL/d{name}"], means[name])
    return means


def update(step, gradient, prefix):
    for l, name, shape, number in moving():
        old = flat(W[l]) if number == "1" else b[l]
        new = [value - ETA * slope for value, slope in zip(old, gradient[name])]
        formula = f"{name}' = {name} - eta {prefix}dL/d{name}"
        record(step, None, "update", l, f"U{number}", f"{name}'", shape, formula, [name, f"{prefix}dL/d{name}"], new)
        if number == "1":
            W[l] = [new[row * shape[1]:(row + 1) * shape[1]] for row in range(shape[0])]
        else:
            b[l] = new


for step, batch in enumerate([[0, 1], [2], [0, 1], [2]], 1):
    parameters(step)
    gradients = []
    for s, index in enumerate(batch):
        a = forward(step, s, X[index])
        loss(step, s, a[2], Y[index])
        gradients.append(backward(step, s, a, Y[index]))
    several = len(batch) > 1
    update(step, mean(step, gradients) if several else gradients[0], "mean " if several else "")

print(json.dumps({
    "format": "loopnet-trace/1", "example": "other", "sizes": SIZES, "activations": ACTIVATIONS, "loss": "cross-entropy",
    "learningRate": ETA, "batch": 2, "reduction": "mean", "updateBiases": True, "outputGradient": "jacobian"}))
for line in records:
    print(json.dumps(line))
print(json.dumps({"end": True, "records": len(records)}))
