"""The calculation: every tensor of every step, equation by equation, each of which a change may replace.

This is a calculation of its own. It shares nothing with LoopNet but the equations and names of docs/math.md.
"""
import math

import functions


class NotFinite(Exception):
    """A number of the calculation is no number that a person could write."""


class SampleValues:
    """What belongs to one sample. Lists count layers from 1; a[0] is x, dL_da[0] is dL/dx."""

    def __init__(self, index, x, y, L):
        self.index = index
        self.x = x
        self.y = y
        self.z = [None] * (L + 1)
        self.a = [x] + [None] * L
        self.L = None
        self.dL_da = [None] * (L + 1)
        self.da_dz = [None] * (L + 1)
        self.dL_dz = [None] * (L + 1)
        self.dL_dW = [None] * (L + 1)
        self.dL_db = [None] * (L + 1)


class StepValues:
    """What belongs to one step: parameters before and after it, its samples, and its gradients over all of them."""

    def __init__(self, t, W, b):
        self.t = t
        self.W = W
        self.b = b
        self.samples = []
        self.batch_W = [None] * len(W)
        self.batch_b = [None] * len(W)
        self.W_new = [None] * len(W)
        self.b_new = [None] * len(W)


def times(W, v):
    """W v."""
    return [sum(row[k] * v[k] for k in range(len(v))) for row in W]


def transposed_times(W, v):
    """W^T v."""
    return [sum(W[i][k] * v[i] for i in range(len(v))) for k in range(len(W[0]))]


def outer(u, v):
    return [[p * q for q in v] for p in u]


def each(value, change):
    """The same tensor with `change` made to each number."""
    return [each(item, change) for item in value] if isinstance(value, list) else change(value)


def both(first, second, change):
    """Two tensors of one shape, number by number."""
    if isinstance(first, list):
        return [both(p, q, change) for p, q in zip(first, second, strict=True)]
    return change(first, second)


def input_name(l):
    """The name of the outputs of a layer: x for layer 0."""
    return "x" if l == 0 else f"a{l}"


class Work:
    """One calculation of an example, with changes in it.

    A change has an `equation`, says with `holds(work, l)` where it is made, and gives another tensor: `apply(work, l, value)`.
    `after(name, value)` sees each tensor that was computed and may return another one, which is carried on.
    """

    def __init__(self, example, changes=(), after=None):
        self.example = example
        self.changes = changes
        self.after = after
        self.store = {}
        self.steps = []
        self.step = None
        self.c = None
        self.each_sample = any(change.equation == "each sample" for change in changes)
        try:
            for t, indexes in enumerate(example.batches(), start=1):
                self.run_step(t, indexes)
        except (OverflowError, ZeroDivisionError, ValueError) as error:
            raise NotFinite(str(error)) from error
        for change in changes:
            if change.equation == "sheet":
                change.apply(self, None, None)

    # What a change may want to know.

    @property
    def t(self):
        return self.step.t

    @property
    def previous(self):
        """The step before this one; None in step 1."""
        return self.steps[-1] if self.steps else None

    def layers(self):
        return range(1, self.example.L + 1)

    # The calculation.

    def result(self, equation, symbol, l, value, of_sample=True):
        """Makes the changes of an equation, and keeps the tensor under its name."""
        for change in self.changes:
            if change.equation == equation and change.holds(self, l):
                value = change.apply(self, l, value)
        name = f"{self.step.t}/{self.c.index if of_sample else ''}/{symbol}"
        if self.after is not None:
            value = self.after(name, value)
        each(value, check)
        self.store[name] = value
        return value

    def run_step(self, t, indexes):
        L = self.example.L
        if t == 1:
            W = [None] + [layer.W for layer in self.example.layers]
            b = [None] + [layer.b for layer in self.example.layers]
        else:
            W = list(self.previous.W_new)
            b = list(self.previous.b_new)
        self.step = StepValues(t, W, b)
        self.c = None
        for l in self.layers():
            self.step.W[l] = self.result("W", f"W{l}", l, W[l], False)
            if b[l] is not None:
                self.step.b[l] = self.result("b", f"b{l}", l, b[l], False)
        first_W, first_b = list(self.step.W), list(self.step.b)
        samples = [SampleValues(s, *self.example.samples[index], L) for s, index in enumerate(indexes)]
        self.step.samples = samples
        if self.each_sample:
            for self.c in samples:
                self.forward()
                self.backward()
                self.move_after_sample()
            self.step.W_end, self.step.b_end = self.step.W, self.step.b
            self.step.W, self.step.b = first_W, first_b
        else:
            for self.c in samples:
                self.forward()
            for self.c in samples:
                self.backward()
        self.update()
        self.steps.append(self.step)

    def forward(self):
        c, example = self.c, self.example
        self.result("x", "x", 0, c.x)
        for l in self.layers():
            z = times(self.step.W[l], c.a[l - 1])
            if self.step.b[l] is not None:
                z = [z[i] + self.step.b[l][i] for i in range(len(z))]
            c.z[l] = self.result("F1", f"z{l}", l, z)
            layer = example.layer(l)
            c.a[l] = self.result("F2", f"a{l}", l, functions.outputs(layer.activation, layer.slope, c.z[l]))
        c.L = self.result("F3", "L", example.L, functions.loss(example.loss, c.a[example.L], c.y))

    def backward(self):
        c, example, L = self.c, self.example, self.example.L
        if not example.shortcut:
            c.dL_da[L] = self.result("B1", f"dL/da{L}", L, functions.loss_gradient(example.loss, c.a[L], c.y))
        for l in range(L, 0, -1):
            layer = example.layer(l)
            if l == L and example.shortcut:
                c.da_dz[l] = functions.jacobian(layer.activation, layer.slope, c.z[l], c.a[l])
                c.dL_da[l] = functions.loss_gradient(example.loss, c.a[l], c.y)
                c.dL_dz[l] = self.result("B3s", f"dL/dz{l}", l, [c.a[l][i] - c.y[i] for i in range(len(c.y))])
            else:
                c.da_dz[l] = self.result("B2", f"da{l}/dz{l}", l, functions.jacobian(layer.activation, layer.slope, c.z[l], c.a[l]))
                c.dL_dz[l] = self.result("B3", f"dL/dz{l}", l, transposed_times(c.da_dz[l], c.dL_da[l]))
            n = len(c.dL_dz[l])
            self.store[f"{self.t}/{c.index}/dz{l}/dW{l}"] = [
                [list(c.a[l - 1]) if i == j else [0.0] * len(c.a[l - 1]) for j in range(n)] for i in range(n)]
            c.dL_dW[l] = self.result("B5", f"dL/dW{l}", l, outer(c.dL_dz[l], c.a[l - 1]))
            if self.step.b[l] is not None:
                c.dL_db[l] = self.result("B6", f"dL/db{l}", l, list(c.dL_dz[l]))
            self.store[f"{self.t}/{c.index}/dz{l}/d{input_name(l - 1)}"] = self.step.W[l]
            c.dL_da[l - 1] = self.result("B7", f"dL/d{input_name(l - 1)}", l, transposed_times(self.step.W[l], c.dL_dz[l]))

    def mean(self, tensors):
        """M1, M2: the mean or the sum over the samples."""
        total = tensors[0]
        for tensor in tensors[1:]:
            total = both(total, tensor, lambda p, q: p + q)
        return each(total, lambda value: value / len(tensors)) if self.example.reduction == "mean" else total

    def update(self):
        step, example = self.step, self.example
        eta = example.eta
        several = len(step.samples) > 1
        for l in self.layers():
            step.batch_W[l] = step.samples[0].dL_dW[l]
            step.batch_b[l] = step.samples[0].dL_db[l]
            if several:
                step.batch_W[l] = self.result("M1", f"{example.reduction} dL/dW{l}", l, self.mean([c.dL_dW[l] for c in step.samples]), False)
                if step.b[l] is not None and (example.update_biases or self.moves_biases(l)):
                    step.batch_b[l] = self.result("M2", f"{example.reduction} dL/db{l}", l, self.mean([c.dL_db[l] for c in step.samples]), False)
        for l in self.layers():
            W_new = both(step.W[l], step.batch_W[l], lambda p, g: p - eta * g)
            step.W_new[l] = self.result("U1", f"W{l}'", l, W_new, False)
            if step.b[l] is not None:
                b_new = both(step.b[l], step.batch_b[l], lambda p, g: p - eta * g) if example.update_biases else list(step.b[l])
                step.b_new[l] = self.result("U2", f"b{l}'", l, b_new, False)

    def moves_biases(self, l):
        """Whether a change moves biases that the example leaves as they are: then they need a mean of their own."""
        return any(change.equation == "U2" and change.holds(self, l) for change in self.changes)

    def move_after_sample(self):
        """In place of one update for the batch: the parameters move after each sample."""
        step, c, eta = self.step, self.c, self.example.eta
        W, b = list(step.W), list(step.b)
        for l in self.layers():
            W[l] = both(W[l], c.dL_dW[l], lambda p, g: p - eta * g)
            if b[l] is not None and self.example.update_biases:
                b[l] = both(b[l], c.dL_db[l], lambda p, g: p - eta * g)
        step.W, step.b = W, b


def check(value):
    if not math.isfinite(value) or abs(value) > 1e7:
        raise NotFinite(str(value))


def names_in_order(example):
    """The names of all tensors, in the order of computation; those that an example does not have are left out by who reads them."""
    names = []
    L = example.L
    for t, indexes in enumerate(example.batches(), start=1):
        names += [f"{t}//{p}{l}" for l in range(1, L + 1) for p in "Wb"]
        for s in range(len(indexes)):
            own = ["x"] + [f"{p}{l}" for l in range(1, L + 1) for p in "za"] + ["y", "L", f"dL/da{L}"]
            for l in range(L, 0, -1):
                before = input_name(l - 1)
                own += [f"da{l}/dz{l}", f"dL/dz{l}", f"dz{l}/dW{l}", f"dL/dW{l}", f"dL/db{l}", f"dz{l}/d{before}", f"dL/d{before}"]
            names += [f"{t}/{s}/{name}" for name in own]
        names += [f"{t}//{example.reduction} dL/d{p}{l}" for l in range(1, L + 1) for p in "Wb"]
        names += [f"{t}//{p}{l}'" for l in range(1, L + 1) for p in "Wb"]
    return names
