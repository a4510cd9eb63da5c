"""Writes the oracles of leaky ReLU, of the sum of squares, of the sum of the outputs and of a given gradient.

    python3 forward_mode.py

There is no backward pass in it: every derivative is computed forward, by dual numbers p + p' eps with eps^2 = 0, one run for each number that
it is taken with respect to. Plain Python, no package.
"""

import json
import math


class Dual:
    """A number and its derivative with respect to whatever the run was started for."""

    def __init__(self, value, slope=0.0):
        self.value = value
        self.slope = slope

    def __add__(self, other):
        other = dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __sub__(self, other):
        other = dual(other)
        return Dual(self.value - other.value, self.slope - other.slope)

    def __mul__(self, other):
        other = dual(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)


def dual(number):
    return number if isinstance(number, Dual) else Dual(number)


def activate(layer, z):
    name = layer["activation"]
    slope = layer.get("slope", 0.01)
    if name == "identity":
        return z
    if name == "leaky-relu":
        return [number if number.value > 0 else number * slope for number in z]
    if name == "relu":
        return [number if number.value > 0 else Dual(0.0) for number in z]
    if name == "tanh":
        return [Dual(math.tanh(number.value), number.slope / math.cosh(number.value) ** 2) for number in z]
    if name == "sigmoid":
        return [
            Dual(1 / (1 + math.exp(-number.value)), number.slope / (math.exp(number.value / 2) + math.exp(-number.value / 2)) ** 2)
            for number in z
        ]
    raise ValueError(name)


def weighted_sums(W, b, a):
    z = []
    for i, row in enumerate(W):
        total = Dual(0.0)
        for weight, output in zip(row, a):
            total = total + dual(weight) * output
        z.append(total + b[i] if b is not None else total)
    return z


def loss(example, sample, a):
    """The loss; of a given gradient g, sum g a, which has that gradient."""
    name = example.get("loss")
    total = Dual(0.0)
    for i, output in enumerate(a):
        if name == "sum-of-squares":
            error = output - sample["target"][i]
            total = total + error * error
        elif name == "sum":
            total = total + output
        else:
            total = total + output * sample["gradient"][i]
    return total


def onward(example, sample, parameters, l, z=None, a=None):
    """The loss, from the weighted sums or the outputs of layer l on (0: the input)."""
    layers = example["layers"]
    if z is not None:
        a = activate(layers[l - 1], z)
    for m in range(l + 1, len(layers) + 1):
        z = weighted_sums(parameters[f"W{m}"], parameters.get(f"b{m}"), a)
        a = activate(layers[m - 1], z)
    return loss(example, sample, a)


def seeded(numbers, place):
    return [Dual(value, 1.0 if index == place else 0.0) for index, value in enumerate(numbers)]


def values(duals):
    return [number.value for number in duals]


def flat(matrix):
    return [value for row in matrix for value in row]


def sample_tensors(example, sample, parameters):
    """Every tensor of a sample, by symbol: its shape and its numbers."""
    layers = example["layers"]
    last = len(layers)
    x = [float(value) for value in sample["input"]]
    tensors = {"x": ([len(x)], x)}
    a = {0: x}
    z = {}
    for l in range(1, last + 1):
        z[l] = values(weighted_sums(parameters[f"W{l}"], parameters.get(f"b{l}"), [Dual(value) for value in a[l - 1]]))
        a[l] = values(activate(layers[l - 1], [Dual(value) for value in z[l]]))
        tensors[f"z{l}"] = ([len(z[l])], z[l])
        tensors[f"a{l}"] = ([len(a[l])], a[l])
    if "target" in sample:
        tensors["y"] = ([len(a[last])], [float(value) for value in sample["target"]])
    if "loss" in example:
        tensors["L"] = ([], [onward(example, sample, parameters, last, a=[Dual(value) for value in a[last]]).value])

    for l in range(0, last + 1):
        symbol = "dL/dx" if l == 0 else f"dL/da{l}"
        units = range(len(a[l]))
        tensors[symbol] = ([len(a[l])], [onward(example, sample, parameters, l, a=seeded(a[l], i)).slope for i in units])
    for l in range(1, last + 1):
        n, m = len(z[l]), len(a[l - 1])
        tensors[f"dL/dz{l}"] = ([n], [onward(example, sample, parameters, l, z=seeded(z[l], i)).slope for i in range(n)])
        columns = [[output.slope for output in activate(layers[l - 1], seeded(z[l], j))] for j in range(n)]
        tensors[f"da{l}/dz{l}"] = ([n, n], [columns[j][i] for i in range(n) for j in range(n)])

        W, b = parameters[f"W{l}"], parameters.get(f"b{l}")
        before = [Dual(value) for value in a[l - 1]]
        gradients, jacobian = [], {}
        for j in range(n):
            for k in range(m):
                moved = [[Dual(value, 1.0 if (i, c) == (j, k) else 0.0) for c, value in enumerate(row)] for i, row in enumerate(W)]
                sums = weighted_sums(moved, b, before)
                gradients.append(onward(example, sample, parameters, l, z=sums).slope)
                for i in range(n):
                    jacobian[(i, j, k)] = sums[i].slope
        tensors[f"dL/dW{l}"] = ([n, m], gradients)
        tensors[f"dz{l}/dW{l}"] = ([n, n, m], [jacobian[(i, j, k)] for i in range(n) for j in range(n) for k in range(m)])
        if b is not None:
            moved = [onward(example, sample, parameters, l, z=weighted_sums(W, seeded(b, i), before)).slope for i in range(n)]
            tensors[f"dL/db{l}"] = ([n], moved)
    return tensors


def steps(example):
    """Every tensor of every step, by step/sample/symbol."""
    samples = example["samples"]
    size = len(samples) if example.get("batch") == "all" else example.get("batch", 1)
    reduction = example.get("reduction", "mean")
    eta = example.get("learningRate")
    parameters = {}
    for l, layer in enumerate(example["layers"], start=1):
        parameters[f"W{l}"] = [[float(value) for value in row] for row in layer["weights"]]
        if "biases" in layer:
            parameters[f"b{l}"] = [float(value) for value in layer["biases"]]
    passes = [samples[first:first + size] for first in range(0, len(samples), size)]
    expected = {}
    for step in range(1, example.get("steps", len(passes)) + 1):
        batch = passes[(step - 1) % len(passes)]
        of_samples = [sample_tensors(example, sample, parameters) for sample in batch]
        for s, tensors in enumerate(of_samples):
            for symbol, tensor in tensors.items():
                expected[f"{step}/{s}/{symbol}"] = tensor
        over = {}
        for symbol in [symbol for symbol in ["L", *[f"dL/d{name}" for name in parameters]] if symbol in of_samples[0]]:
            shape = of_samples[0][symbol][0]
            sums = [sum(numbers) for numbers in zip(*[tensors[symbol][1] for tensors in of_samples])]
            over[symbol] = (shape, [value / len(batch) for value in sums] if reduction == "mean" else sums)
            if len(batch) > 1:
                expected[f"{step}//{reduction} {symbol}"] = over[symbol]
        for name, numbers in list(parameters.items()):
            matrix = isinstance(numbers[0], list)
            shape = [len(numbers), len(numbers[0])] if matrix else [len(numbers)]
            before = flat(numbers) if matrix else numbers
            expected[f"{step}//{name}"] = (shape, before)
            if eta is not None:
                after = [value - eta * slope for value, slope in zip(before, over[f"dL/d{name}"][1])]
                expected[f"{step}//{name}'"] = (shape, after)
                width = shape[-1]
                parameters[name] = [after[first:first + width] for first in range(0, len(after), width)] if matrix else after
    return expected


EXAMPLES = [
    {
        "name": "leaky-sum-of-squares", "loss": "sum-of-squares", "learningRate": 0.2, "batch": 2, "steps": 4,
        "layers": [
            {"weights": [[0.6, -1.1], [0.8, 0.35], [-0.45, -0.7]], "biases": [0.15, -0.9, 0.2], "activation": "leaky-relu", "slope": 0.3},
            {"weights": [[0.5, -0.3, 0.9], [-0.6, 0.4, 0.25]], "biases": [0.05, -0.1], "activation": "leaky-relu"},
        ],
        "samples": [
            {"input": [0.7, -0.4], "target": [0.5, -0.25]},
            {"input": [-1.2, 0.9], "target": [-0.4, 0.8]},
            {"input": [0.3, 1.5], "target": [1.0, 0.1]},
        ],
    },
    {
        "name": "sum-without-rate", "loss": "sum", "batch": "all", "reduction": "sum",
        "layers": [
            {"weights": [[0.9, -0.5, 0.3], [-0.2, 0.7, 1.1]], "biases": [0.4, -0.6], "activation": "sigmoid"},
            {"weights": [[1.3, -0.8], [0.6, 0.45], [-0.7, 0.2]], "activation": "tanh"},
        ],
        "samples": [{"input": [1.0, 0.25, -0.75]}, {"input": [-0.5, 2.0, 0.1]}],
    },
    {
        "name": "given-gradient-batch", "learningRate": 0.4, "batch": "all", "steps": 2,
        "layers": [
            {"weights": [[0.35, 0.8], [-0.9, 0.15]], "biases": [-0.2, 0.3], "activation": "leaky-relu", "slope": 0.05},
            {"weights": [[0.75, -0.4], [0.1, 1.2]], "biases": [0.0, -0.35], "activation": "sigmoid"},
        ],
        "samples": [{"input": [0.4, -1.3], "gradient": [1.5, -0.5]}, {"input": [1.1, 0.6], "gradient": [-0.25, 2.0]}],
    },
]


def main():
    for example in EXAMPLES:
        expected = steps(example)
        lines = [f"  {json.dumps(key)}: {json.dumps({'shape': shape, 'values': numbers})}" for key, (shape, numbers) in expected.items()]
        text = "{\"example\": %s,\n \"expected\": {\n%s\n }\n}\n" % (json.dumps(example), ",\n".join(lines))
        with open(f"{example['name']}.json", "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


if __name__ == "__main__":
    main()
