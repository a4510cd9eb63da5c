"""Writes saturation.json: losses and gradients near underflow, computed with 400 decimal digits.

    python3 saturation.py > saturation.json
"""
import json
from decimal import Decimal, getcontext

getcontext().prec = 400


def softmax(z):
    exponentials = [(Decimal(value) - max(map(Decimal, z))).exp() for value in z]
    return [e / sum(exponentials) for e in exponentials]


def sigmoid(z):
    return 1 / (1 + (-Decimal(z)).exp())


def number(value):
    return float(value)


def softmax_case(z, y):
    a = softmax(z)
    targets = [Decimal(repr(t)) for t in y]
    loss = -sum(t * v.ln() for t, v in zip(targets, a) if t)
    gradient = [v - t for v, t in zip(a, targets)]
    return {"loss": "cross-entropy", "activation": "softmax", "z": z, "y": y,
            "a": [number(v) for v in a], "L": number(loss), "dL/dz": [number(g) for g in gradient]}


def sigmoid_case(z, y):
    a = sigmoid(z)
    target = Decimal(repr(y))
    loss = -sum(c * v.ln() for c, v in ((target, a), (1 - target, 1 - a)) if c)
    return {"loss": "binary-cross-entropy", "activation": "sigmoid", "z": [z], "y": [y],
            "a": [number(a)], "L": number(loss), "dL/dz": [number(a - target)]}


cases = []
for gap in (600, 623, 624, 700, 708, 720, 746, 10000):
    for target in ([1.0, 0.0], [0.0, 1.0], [0.25, 0.75]):
        cases.append(softmax_case([0.0, float(gap)], target))
    cases.append(softmax_case([-float(gap), 3.0, 1.5], [1.0, 0.0, 0.0]))
for z in (36, 37, 40, 710):
    for sign in (1, -1):
        for target in (0.0, 1.0, 0.25):
            cases.append(sigmoid_case(float(sign * z), target))

print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
