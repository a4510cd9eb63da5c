"""Writes a step of a small torch.nn.Sequential as a trace that `loopnet check` verifies (docs/trace-format.md).

    python3 torch_trace.py                    # the network at the end of this file, to torch.trace.jsonl
    loopnet check torch.trace.jsonl

or, in a program of your own:

    from torch_trace import export
    export(model, x, y, torch.nn.MSELoss(), learning_rate=0.1, path="mine.trace.jsonl")

Two things are held against each other. The trace is computed here, from the parameters of the model, in the order of
docs/math.md: its numbers have to be right to the bit. PyTorch computes the same step by itself, with autograd and
torch.optim.SGD, and each of its numbers has to agree with the trace: weighted sums, outputs, loss, gradients and moved
parameters. Where one does not, nothing is written, and the message names it. So a trace that is there, and that
`loopnet check` says follows, says that PyTorch's step is right.
"""

import copy
import json
import math

import torch
from torch import nn

# How far PyTorch may be from the trace, since it adds in another order: relative to the largest number of the tensor; and in
# tensors of very small numbers, which differences of larger ones leave over, at all.
RELATIVE = 1e-12
ABSOLUTE = 1e-14

ACTIVATIONS = {nn.Sigmoid: "sigmoid", nn.ReLU: "relu", nn.LeakyReLU: "leaky-relu", nn.Tanh: "tanh", nn.Identity: "identity", nn.Softmax: "softmax"}

F3 = {
    "cross-entropy": "-sum y ln {a}",
    "binary-cross-entropy": "-sum [y ln {a} + (1-y) ln(1-{a})]",
    "mean-squared-error": "1/n sum ({a} - y)^2",
    "sum-of-squares": "sum ({a} - y)^2",
}
B1 = {
    "cross-entropy": "-y / {a}",
    "binary-cross-entropy": "-y / {a} + (1-y) / (1-{a})",
    "mean-squared-error": "2 ({a} - y) / n",
    "sum-of-squares": "2 ({a} - y)",
}
B2 = {
    "sigmoid": "diag({a} (1 - {a}))",
    "relu": "diag(1 where {z} > 0, else 0)",
    "leaky-relu": "diag(1 where {z} > 0, else slope)",
    "tanh": "diag(1 - {a}^2)",
    "identity": "diag(1)",
    "softmax": "diag({a}) - {a} {a}^T",
}


def export(model, x, y, criterion, learning_rate, path, steps=1, example="torch"):
    """Writes steps of gradient descent on all samples at once.

    model          nn.Sequential of nn.Linear, each followed by one of ACTIVATIONS or by none; it stays as it is
    x              inputs, samples x n_0
    y              targets, samples x n_L; whole numbers, one for each sample, are classes
    criterion      nn.MSELoss, nn.BCELoss, nn.BCEWithLogitsLoss or nn.CrossEntropyLoss, with reduction "mean" or "sum"
    learning_rate  that of torch.optim.SGD
    """
    model = copy.deepcopy(model).double()
    x = torch.as_tensor(x).double()
    layers, loss = read(model, criterion)
    y = targets(torch.as_tensor(y), len(layers[-1]["W"]))
    if loss == "binary-cross-entropy" and criterion.reduction == "mean" and y.shape[1] > 1:
        raise ValueError("The mean of a binary cross-entropy over several outputs is none of LoopNet's losses; give reduction='sum'.")
    trace = Trace(layers, loss, learning_rate, criterion.reduction)
    for step in range(1, steps + 1):
        trace.step(step, x.tolist(), y.tolist())
        compare(trace.tensors, torch_step(model, x, y, criterion, learning_rate, layers))
    trace.write(path, example, len(x))


def read(model, criterion):
    """The layers of a model, with their numbers as lists, and LoopNet's name of the loss."""
    layers = []
    for module in model:
        if isinstance(module, nn.Linear):
            layers.append({"W": module.weight.tolist(), "b": None if module.bias is None else module.bias.tolist(), "f": "identity", "module": None})
        elif type(module) in ACTIVATIONS and layers and layers[-1]["module"] is None:
            layers[-1].update(f=ACTIVATIONS[type(module)], module=module, slope=getattr(module, "negative_slope", None))
        else:
            raise ValueError(f"{module} is no nn.Linear, and no activation behind one that LoopNet knows: {', '.join(ACTIVATIONS.values())}.")
    if not layers:
        raise ValueError("The model has no nn.Linear.")
    output = layers[-1]
    if getattr(criterion, "weight", None) is not None or getattr(criterion, "pos_weight", None) is not None or getattr(criterion, "label_smoothing", 0):
        raise ValueError(f"{type(criterion).__name__} with weights or label smoothing is none of LoopNet's losses.")
    if isinstance(criterion, nn.MSELoss):
        return layers, "mean-squared-error" if criterion.reduction == "mean" else "sum-of-squares"
    if isinstance(criterion, nn.BCELoss) and output["f"] == "sigmoid":
        return layers, "binary-cross-entropy"

    # These two take the weighted sums: the activation is in the loss.
    if isinstance(criterion, (nn.BCEWithLogitsLoss, nn.CrossEntropyLoss)) and output["module"] is None:
        output["f"] = "sigmoid" if isinstance(criterion, nn.BCEWithLogitsLoss) else "softmax"
        return layers, "binary-cross-entropy" if isinstance(criterion, nn.BCEWithLogitsLoss) else "cross-entropy"
    raise ValueError(f"{type(criterion).__name__} after {output['f']} is none of LoopNet's pairs of an output and a loss.")


def targets(y, classes):
    """Targets as one row for each sample: a class becomes a row with a 1 in its place."""
    if y.dtype == torch.long and y.dim() == 1:
        return nn.functional.one_hot(y, classes).double()
    return y.double().reshape(len(y), -1)


def torch_step(model, x, y, criterion, learning_rate, layers):
    """The same step as PyTorch takes it; its numbers under LoopNet's names, one sample under another."""
    found = {}
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    optimizer.zero_grad()
    a = x.clone().requires_grad_(True)
    kept = {"x": a}
    l = 0
    for module in model:
        # Of a copy: some activations work in place.
        a = module(a.clone())
        a.retain_grad()
        l += isinstance(module, nn.Linear)
        kept[("z" if isinstance(module, nn.Linear) else "a") + str(l)] = a
    value = criterion(a, y)
    value.backward()
    optimizer.step()
    samples = len(x)
    over = "" if samples == 1 else criterion.reduction + " "
    for name, tensor in kept.items():
        found[name] = tensor.tolist()
    found[over + "L"] = value.tolist()

    # Of a mean over samples, each sample's gradient is a share; a trace has each sample's own.
    share = samples if criterion.reduction == "mean" else 1
    for name, tensor in reversed(kept.items()):
        found[f"dL/d{name}"] = (tensor.grad * share).tolist()
    linear = [module for module in model if isinstance(module, nn.Linear)]
    for l, module in enumerate(linear, 1):
        found[f"{over}dL/dW{l}"] = module.weight.grad.tolist()
        found[f"W{l}'"] = module.weight.tolist()
        if module.bias is not None:
            found[f"{over}dL/db{l}"] = module.bias.grad.tolist()
            found[f"b{l}'"] = module.bias.tolist()
    return found


def compare(traced, found):
    """Refuses where a number of PyTorch is another one than the trace has, in the order of computation."""
    for name, values in found.items():
        ours, theirs = flat(traced[name]), flat(values)
        largest = max(abs(value) for value in ours)
        for place, (mine, other) in enumerate(zip(ours, theirs)):
            if not abs(mine - other) <= max(RELATIVE * largest, ABSOLUTE):
                raise ValueError(f"{name}, number {place}: PyTorch has {other!r}, and {mine!r} follows from the parameters; nothing is written.")


def flat(values):
    return [number for row in values for number in flat(row)] if isinstance(values, list) else [values]


def dot(left, right):
    """Every sum starts at 0 and runs over its index in ascending order."""
    total = 0.0
    for p, q in zip(left, right):
        total += p * q
    return total


class Trace:
    """The records of a trace, computed in the order of docs/math.md."""

    def __init__(self, layers, loss, eta, reduction):
        self.layers, self.loss, self.eta, self.reduction = layers, loss, eta, reduction
        self.sizes = [len(layers[0]["W"][0])] + [len(layer["W"]) for layer in layers]
        self.records = []

        # Of the last step, by name: one value, or a list with the value of each sample.
        self.tensors = {}

    def add(self, step, sample, phase, layer, equation, symbol, shape, formula, operands, values):
        values = [0.0 + value for value in flat(values)]
        if not all(math.isfinite(value) for value in values):
            raise ValueError(f"{symbol} of step {step} is not finite.")
        self.records.append(dict(
            step=step, sample=sample, phase=phase, layer=layer, equation=equation, symbol=symbol, shape=shape,
            formula=None if formula is None else f"{symbol} = {formula}", operands=operands, values=values))
        if sample is None:
            self.tensors[symbol] = values
        else:
            self.tensors.setdefault(symbol, []).append(values)
        return values

    def step(self, step, x, y):
        self.tensors = {}
        for l, layer in enumerate(self.layers, 1):
            self.add(step, None, "parameters", l, None, f"W{l}", self.shape(l), None, [], layer["W"])
            if layer["b"] is not None:
                self.add(step, None, "parameters", l, None, f"b{l}", [self.sizes[l]], None, [], layer["b"])
        for s in range(len(x)):
            z, a = self.forward(step, s, x[s])
            self.measure(step, s, a[-1], y[s])
            self.backward(step, s, z, a, y[s])
        self.update(step, len(x))

    def shape(self, l):
        return [self.sizes[l], self.sizes[l - 1]]

    def forward(self, step, s, x):
        z, a = [None], [self.add(step, s, "forward", 0, None, "x", [self.sizes[0]], None, [], x)]
        for l, layer in enumerate(self.layers, 1):
            before, biased = output(l - 1), layer["b"] is not None
            sums = [dot(row, a[-1]) + (layer["b"][i] if biased else 0.0) for i, row in enumerate(layer["W"])]
            formula = f"W{l} {before}" + (f" + b{l}" if biased else "")
            z.append(self.add(step, s, "forward", l, "F1", f"z{l}", [self.sizes[l]], formula, [f"W{l}", before] + [f"b{l}"] * biased, sums))
            a.append(self.add(step, s, "forward", l, "F2", f"a{l}", [self.sizes[l]], f"{layer['f']}(z{l})", [f"z{l}"], outputs(layer, z[-1])))
        return z, a

    def measure(self, step, s, a, y):
        last = len(self.layers)
        self.add(step, s, "loss", last, None, "y", [self.sizes[-1]], None, [], y)
        self.add(step, s, "loss", last, "F3", "L", [], F3[self.loss].format(a=f"a{last}"), [f"a{last}", "y"], loss_of(self.loss, a, y))

    def backward(self, step, s, z, a, y):
        last = len(self.layers)
        name = f"a{last}"
        dL_da = self.add(step, s, "backward", last, "B1", f"dL/d{name}", [self.sizes[-1]], B1[self.loss].format(a=name), [name, "y"], slope_of(self.loss, a[-1], y))
        for l in range(last, 0, -1):
            layer, n, before = self.layers[l - 1], self.sizes[l], output(l - 1)
            operand = f"z{l}" if layer["f"] in ("relu", "leaky-relu", "identity") else f"a{l}"
            matrix = jacobian(layer, z[l], a[l])
            self.add(step, s, "backward", l, "B2", f"da{l}/dz{l}", [n, n], B2[layer["f"]].format(a=f"a{l}", z=f"z{l}"), [operand], matrix)
            dL_dz = self.add(
                step, s, "backward", l, "B3", f"dL/dz{l}", [n], f"(da{l}/dz{l})^T dL/da{l}", [f"da{l}/dz{l}", f"dL/da{l}"],
                [dot([row[j] for row in matrix], dL_da) for j in range(n)])
            self.weights(step, s, l, a[l - 1], dL_dz)
            if layer["b"] is not None:
                self.add(step, s, "backward", l, "B6", f"dL/db{l}", [n], f"dL/dz{l}", [f"dL/dz{l}"], dL_dz)
            self.add(step, s, "backward", l, "B7", f"dz{l}/d{before}", self.shape(l), f"W{l}", [f"W{l}"], layer["W"])
            dL_da = self.add(
                step, s, "backward", l - 1, "B7", f"dL/d{before}", [self.sizes[l - 1]], f"W{l}^T dL/dz{l}", [f"W{l}", f"dL/dz{l}"],
                [dot([row[k] for row in layer["W"]], dL_dz) for k in range(self.sizes[l - 1])])

    def weights(self, step, s, l, a, dL_dz):
        n, before = self.sizes[l], output(l - 1)
        symbol = f"dz{l}/dW{l}"
        if n * n * len(a) > 4096:
            raise ValueError(f"{symbol} has more than 4096 numbers; this program writes small networks.")
        rank3 = [a[k] if i == j else 0.0 for i in range(n) for j in range(n) for k in range(len(a))]
        self.add(step, s, "backward", l, "B4", symbol, [n, n, len(a)], None, [before], rank3)
        self.records[-1]["formula"] = f"{symbol}[i,j,k] = [i = j] {before}[k]"
        gradient = [[0.0 + dL_dz[j] * a[k] for k in range(len(a))] for j in range(n)]
        self.add(step, s, "backward", l, "B5", f"dL/dW{l}", self.shape(l), None, [f"dL/dz{l}", symbol, before], gradient)
        self.records[-1]["formula"] = f"dL/dW{l}[j,k] = sum_i dL/dz{l}[i] {symbol}[i,j,k] = dL/dz{l}[j] {before}[k]"

    def update(self, step, samples):
        over = "" if samples == 1 else self.reduction + " "
        moving = [(l, kind) for l, layer in enumerate(self.layers, 1) for kind in "Wb" if layer[kind] is not None]
        if samples > 1:
            self.reduce(step, samples, "M3", "L", len(self.layers), [])
            for l, kind in moving:
                self.reduce(step, samples, "M1" if kind == "W" else "M2", f"dL/d{kind}{l}", l, self.shape(l) if kind == "W" else [self.sizes[l]])
        for l, kind in moving:
            name, gradient = f"{kind}{l}", f"{over}dL/d{kind}{l}"
            slopes = self.tensors[gradient] if samples > 1 else self.tensors[gradient][0]
            shape = self.shape(l) if kind == "W" else [self.sizes[l]]
            new = [value - self.eta * slope for value, slope in zip(flat(self.layers[l - 1][kind]), slopes)]
            new = self.add(step, None, "update", l, "U1" if kind == "W" else "U2", f"{name}'", shape, f"{name} - eta {gradient}", [name, gradient], new)
            self.layers[l - 1][kind] = new if kind == "b" else [new[row * shape[1]:(row + 1) * shape[1]] for row in range(shape[0])]

    def reduce(self, step, samples, equation, symbol, layer, shape):
        totals = [0.0] * math.prod(shape)
        for values in self.tensors[symbol]:
            totals = [total + value for total, value in zip(totals, values)]
        mean = self.reduction == "mean"
        formula = f"(sum_s {symbol}) / {samples}" if mean else f"sum_s {symbol}"
        self.add(step, None, "mean", layer, equation, f"{self.reduction} {symbol}", shape, formula, [symbol], [total / samples if mean else total for total in totals])

    def write(self, path, example, samples):
        header = dict(format="loopnet-trace/2", example=example, sizes=self.sizes, activations=[layer["f"] for layer in self.layers])
        if "leaky-relu" in header["activations"]:
            header["slopes"] = [layer["slope"] if layer["f"] == "leaky-relu" else None for layer in self.layers]
        header.update(
            loss=self.loss, learningRate=self.eta, batch=samples, reduction=self.reduction,
            updateBiases=True, outputGradient="jacobian")
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            for line in [header, *self.records, dict(end=True, records=len(self.records))]:
                file.write(json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n")


def output(l):
    return "x" if l == 0 else f"a{l}"


def outputs(layer, z):
    if layer["f"] == "softmax":
        exponentials = [math.exp(value - max(z)) for value in z]
        total = dot(exponentials, [1.0] * len(z))
        return [value / total for value in exponentials]
    return [{
        "sigmoid": lambda value: 1.0 / (1.0 + math.exp(-value)) if value >= 0.0 else math.exp(value) / (1.0 + math.exp(value)),
        "relu": lambda value: value if value > 0.0 else 0.0,
        "leaky-relu": lambda value: value if value > 0.0 else layer["slope"] * value,
        "tanh": math.tanh,
        "identity": lambda value: value,
    }[layer["f"]](value) for value in z]


def jacobian(layer, z, a):
    if layer["f"] == "softmax":
        return [[p * (1.0 - p) if i == j else -(p * q) for j, q in enumerate(a)] for i, p in enumerate(a)]
    derivative = {
        "sigmoid": lambda i: a[i] * (1.0 - a[i]),
        "relu": lambda i: 1.0 if z[i] > 0.0 else 0.0,
        "leaky-relu": lambda i: 1.0 if z[i] > 0.0 else layer["slope"],
        "tanh": lambda i: 1.0 - a[i] * a[i],
        "identity": lambda i: 1.0,
    }[layer["f"]]
    return [[derivative(i) if i == j else 0.0 for j in range(len(z))] for i in range(len(z))]


def loss_of(loss, a, y):
    # A term whose target is 0 adds 0, whatever its logarithm is.
    if loss == "cross-entropy":
        return -sum_of(q * math.log(p) if q else 0.0 for p, q in zip(a, y))
    if loss == "binary-cross-entropy":
        terms = [[q * math.log(p) if q else 0.0, (1.0 - q) * math.log(1.0 - p) if q != 1.0 else 0.0] for p, q in zip(a, y)]
        return -sum_of(flat(terms))
    total = sum_of((p - q) * (p - q) for p, q in zip(a, y))
    return total / len(y) if loss == "mean-squared-error" else total


def slope_of(loss, a, y):
    if loss == "cross-entropy":
        return [-q / p if q else 0.0 for p, q in zip(a, y)]
    if loss == "binary-cross-entropy":
        return [(-q / p if q else 0.0) + ((1.0 - q) / (1.0 - p) if q != 1.0 else 0.0) for p, q in zip(a, y)]
    return [2.0 * (p - q) / len(y) if loss == "mean-squared-error" else 2.0 * (p - q) for p, q in zip(a, y)]


def sum_of(terms):
    total = 0.0
    for term in terms:
        total += term
    return total


if __name__ == "__main__":
    torch.manual_seed(1)
    network = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 4, bias=False), nn.LeakyReLU(0.1), nn.Linear(4, 2))
    export(
        network, x=[[1.0, 0.5, -1.0], [0.25, -0.75, 0.5], [-0.5, 1.0, 0.0]], y=torch.tensor([0, 1, 1]),
        criterion=nn.CrossEntropyLoss(), learning_rate=0.5, path="torch.trace.jsonl", steps=2)
    print("torch.trace.jsonl is written")
