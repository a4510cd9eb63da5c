"""Answers with known mistakes in, calculated by NumPy and by nothing of LoopNet; run it to write mistaken_answers.json.

Each example is calculated in matrix form, column by column, with one deliberate error. Every number is printed to 6
significant digits, of the second step only where the first shows nothing. The names of the mistakes are the headings of docs/mistakes.md.
"""

import json
import os

import numpy as np

RNG = np.random.default_rng(20150317)


def draw(*shape):
    return np.round(RNG.uniform(-1.2, 1.2, shape), 3)


def example(name, sizes, activations, loss, samples, **more):
    layers = [
        {"weights": draw(n, k).tolist(), "biases": draw(n).tolist(), "activation": f}
        for k, n, f in zip(sizes, sizes[1:], activations)
    ]
    data = []
    for s in range(samples):
        target = np.zeros(sizes[-1])
        target[s % sizes[-1]] = 1.0
        data.append({"input": draw(sizes[0]).tolist(), "target": target.tolist()})
    return {"name": name, "loss": loss, "learningRate": 0.3, "layers": layers, "samples": data, **more}


EXAMPLES = [
    example("square", [3, 3, 3], ["sigmoid", "softmax"], "cross-entropy", 1),
    example("narrow", [4, 3, 2], ["tanh", "sigmoid"], "squared-error", 1),
    example("batch", [2, 4, 3], ["relu", "softmax"], "cross-entropy", 3, batch="all"),
    example("deep", [3, 4, 3, 2], ["sigmoid", "tanh", "sigmoid"], "binary-cross-entropy", 2, batch=2, updateBiases=False),
    example("sum", [3, 5, 2], ["sigmoid", "identity"], "mean-squared-error", 3, batch=3, reduction="sum"),
]


def f(kind, z):
    if kind == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if kind == "tanh":
        return np.tanh(z)
    if kind == "relu":
        return np.maximum(z, 0)
    if kind == "softmax":
        e = np.exp(z - z.max())
        return e / e.sum()
    return z


def jacobian(kind, z, a):
    if kind == "sigmoid":
        return np.diag(a * (1 - a))
    if kind == "tanh":
        return np.diag(1 - a * a)
    if kind == "relu":
        return np.diag((z > 0) * 1.0)
    if kind == "softmax":
        return np.diag(a) - np.outer(a, a)
    return np.eye(len(z))


def loss_and_gradient(kind, a, y):
    if kind == "cross-entropy":
        return -(y * np.log(a)).sum(), -y / a
    if kind == "binary-cross-entropy":
        return -(y * np.log(a) + (1 - y) * np.log(1 - a)).sum(), -y / a + (1 - y) / (1 - a)
    if kind == "squared-error":
        return 0.5 * ((a - y) ** 2).sum(), a - y
    return ((a - y) ** 2).mean(), 2 * (a - y) / len(a)


def calculate(ex, mistake, steps=2):
    W = [np.array(layer["weights"]) for layer in ex["layers"]]
    b = [np.array(layer["biases"]) for layer in ex["layers"]]
    first = [w.copy() for w in W], [v.copy() for v in b]
    kinds = [layer["activation"] for layer in ex["layers"]]
    eta, last = ex["learningRate"], len(W)
    m = len(ex["samples"])
    kept = [np.zeros_like(w) for w in W], [np.zeros_like(v) for v in b]
    out = {}
    for step in range(1, steps + 1):
        if mistake == "Parameters of step 1 used in step 2" and step > 1:
            W, b = [w.copy() for w in first[0]], [v.copy() for v in first[1]]
        gW, gb = [np.zeros_like(w) for w in W], [np.zeros_like(v) for v in b]
        passes = []
        for s, sample in enumerate(ex["samples"]):
            put = lambda name, value: out.__setitem__(f"{step}/{s}/{name}", value)
            a, z, y = [np.array(sample["input"])], [None], np.array(sample["target"])
            for l in range(1, last + 1):
                bias = 0 if mistake == "Bias forgotten" and l == 1 else b[l - 1]
                z.append(W[l - 1] @ a[-1] + bias)
                if mistake == "Softmax without exp" and kinds[l - 1] == "softmax":
                    a.append(z[l] / z[l].sum())
                else:
                    a.append(f(kinds[l - 1], z[l]))
                put(f"z{l}", z[l])
                put(f"a{l}", a[l])
            L, dA = loss_and_gradient(ex["loss"], a[-1], y)
            if mistake == "Log10 for ln" and "entropy" in ex["loss"]:
                L = L / np.log(10)
            if mistake == "Wrong factor in the loss":
                L = L / 2
            if mistake == "Wrong factor in the gradient of the loss":
                dA = dA * 2
            if mistake == "Sign of the error reversed":
                dA = -dA
            if mistake == "Derivative kept after the shortcut" and "entropy" in ex["loss"]:
                dA = a[-1] - y
            put("L", L)
            passes.append([a, z, dA, [None] * (last + 1), [None] * last, [None] * last])
        for l in range(last, 0, -1):
            for s, (a, z, dA, dZ, dW, _) in enumerate(passes):
                put = lambda name, value: out.__setitem__(f"{step}/{s}/{name}", value)
                J = jacobian(kinds[l - 1], z[l], a[l])
                if mistake == "Derivative at the wrong quantity" and kinds[l - 1] in ("sigmoid", "tanh"):
                    J = jacobian(kinds[l - 1], z[l], z[l])
                if mistake == "Softmax Jacobian cut to its diagonal" and kinds[l - 1] == "softmax":
                    J = np.diag(np.diag(J))
                if mistake == "Gradient let through a dead ReLU" and kinds[l - 1] == "relu":
                    J = np.eye(len(J))
                dZ[l] = J.T @ dA
                if mistake == "Activation derivative left out" and l < last:
                    dZ[l] = dA
                if mistake == "Activation derivative applied twice" and l < last:
                    dZ[l] = J.T @ J.T @ dA
                dW[l - 1] = np.outer(dZ[l], a[l - 1])
                if mistake == "Outer product transposed" and W[l - 1].shape[0] == W[l - 1].shape[1]:
                    dW[l - 1] = dW[l - 1].T
                if mistake == "Division where the chain rule multiplies":
                    dW[l - 1] = np.outer(dZ[l], 1 / a[l - 1]) if (a[l - 1] != 0).all() else dW[l - 1]
                put(f"dL/dz{l}", dZ[l])
                put(f"dL/dW{l}", dW[l - 1])
                put(f"dL/db{l}", dZ[l])
            total, total_b = sum(p[4][l - 1] for p in passes), sum(p[3][l] for p in passes)
            mean = ex.get("reduction", "mean") == "mean"
            sums = mistake == "Batch sum in place of the mean"
            scale = 1 / m if (mean and not sums) or mistake == "Batch mean in place of the sum" else 1
            if mistake == "Divided by the batch size twice":
                scale = 1 / m**2
            gW[l - 1], gb[l - 1] = total * scale, total_b * scale
            for s, p in enumerate(passes):
                a, z, dA, dZ, dW, _ = p
                through = W[l - 1]
                if mistake == "Hidden gradients through updated weights":
                    through = W[l - 1] - eta * gW[l - 1]
                if mistake == "Weights not transposed" and through.shape[0] == through.shape[1]:
                    through = through.T
                back = through.T @ dZ[l]
                if mistake == "Only one unit of the next layer counted":
                    back = through[0] * dZ[l][0]
                p[2] = back
                out[f"{step}/{s}/dL/d{f'a{l - 1}' if l > 1 else 'x'}"] = back
        for l in range(1, last + 1):
            if mistake == "Gradient of the previous step not reset":
                kept[0][l - 1] += gW[l - 1]
                kept[1][l - 1] += gb[l - 1]
                gW[l - 1], gb[l - 1] = kept[0][l - 1].copy(), kept[1][l - 1].copy()
            if m > 1:
                word = ex.get("reduction", "mean")
                out[f"{step}//{word} dL/dW{l}"] = gW[l - 1]
                if ex.get("updateBiases", True):
                    out[f"{step}//{word} dL/db{l}"] = gb[l - 1]
            elif mistake == "Gradient of the previous step not reset":
                out[f"{step}/0/dL/dW{l}"], out[f"{step}/0/dL/db{l}"] = gW[l - 1], gb[l - 1]
            rate = eta
            if mistake == "Learning rate left out":
                rate = 1
            if mistake == "Learning rate applied twice":
                rate = eta * eta
            if mistake == "Update added":
                rate = -eta
            W[l - 1] = W[l - 1] - rate * gW[l - 1]
            moves = ex.get("updateBiases", True)
            if mistake == "Biases not updated":
                moves = False
            if mistake == "Biases updated":
                moves = True
            if moves:
                b[l - 1] = b[l - 1] - rate * gb[l - 1]
            out[f"{step}//W{l}'"] = W[l - 1].copy()
            out[f"{step}//b{l}'"] = b[l - 1].copy()
    return out


MISTAKES = [
    "Bias forgotten", "Softmax without exp", "Log10 for ln", "Wrong factor in the loss", "Wrong factor in the gradient of the loss",
    "Sign of the error reversed", "Derivative kept after the shortcut", "Derivative at the wrong quantity",
    "Softmax Jacobian cut to its diagonal", "Gradient let through a dead ReLU", "Activation derivative left out",
    "Activation derivative applied twice", "Outer product transposed", "Division where the chain rule multiplies",
    "Hidden gradients through updated weights", "Weights not transposed", "Only one unit of the next layer counted",
    "Batch sum in place of the mean", "Batch mean in place of the sum", "Divided by the batch size twice",
    "Learning rate left out", "Learning rate applied twice", "Update added", "Biases not updated", "Biases updated",
    "Gradient of the previous step not reset", "Parameters of step 1 used in step 2",
]


def printed(value):
    if np.ndim(value):
        return [printed(v) for v in value]
    return "%.6g" % value if np.isfinite(value) else None


def differs(answers, right):
    return any(not np.allclose(answers[name], right[name], rtol=1e-5, atol=1e-9) for name in right)


def case(ex, mistake, answers):
    return {"example": ex, "mistake": mistake, "answers": {name: printed(value) for name, value in answers.items()}}


def main():
    cases = []
    for ex in EXAMPLES:
        cases.append(case(ex, None, calculate(ex, None)))
        for mistake in MISTAKES:
            steps = next((n for n in (1, 2) if differs(calculate(ex, mistake, n), calculate(ex, None, n))), None)
            if steps is not None:
                cases.append(case(ex, mistake, calculate(ex, mistake, steps)))
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "mistaken_answers.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")


np.seterr(invalid="ignore")
main()
