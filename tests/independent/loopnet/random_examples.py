"""Writes random examples, the same ones for the same seed: every activation, loss and rule, and sizes of numbers up to where functions saturate."""

import argparse
import json
import os
import random

HIDDEN = ["sigmoid", "relu", "leaky-relu", "tanh", "identity", "softmax"]
LOSSES = {
    "squared-error": HIDDEN,
    "mean-squared-error": HIDDEN,
    "sum-of-squares": HIDDEN,
    "sum": HIDDEN,
    None: HIDDEN,
    "cross-entropy": ["softmax", "sigmoid"],
    "binary-cross-entropy": ["sigmoid"],
}


def example(draws, name):
    loss = draws.choice(list(LOSSES))
    output = draws.choice(LOSSES[loss])
    sizes = [draws.randint(1, 4) for _ in range(draws.randint(2, 4))]
    size = draws.choice([1.0, 1.0, 1.0, 30.0, 1000.0, 1e-160, 1e100])
    layers = []
    for l in range(1, len(sizes)):
        entry = {"weights": [[number(draws, size) for _ in range(sizes[l - 1])] for _ in range(sizes[l])]}
        if draws.random() < 0.8:
            entry["biases"] = [number(draws, size) for _ in range(sizes[l])]
        entry["activation"] = output if l == len(sizes) - 1 else draws.choice(HIDDEN)
        if entry["activation"] == "leaky-relu" and draws.random() < 0.7:
            entry["slope"] = draws.choice([0, 0.2, 1, round(draws.random(), 6)])
        layers.append(entry)
    given = loss is None and draws.random() < 0.7
    samples = []
    for _ in range(draws.randint(1, 5)):
        sample = {"input": [number(draws, 1.0) for _ in range(sizes[0])]}
        if loss is None and given:
            sample["gradient"] = [number(draws, 1.0) for _ in range(sizes[-1])]
        elif loss not in (None, "sum"):
            sample["target"] = target(draws, loss, output, sizes[-1])
        samples.append(sample)
    root = {"name": name, "layers": layers, "samples": samples}
    if loss is not None:
        root["loss"] = loss
    moves = (loss is not None or given) and draws.random() < 0.85
    if moves:
        root["learningRate"] = draws.choice([0.5, 0.1, 1e-3, 1e-20])
    optional = {
        "batch": draws.choice([1, 2, 3, 7, "all"]),
        "reduction": draws.choice(["mean", "sum"]),
        "updateBiases": draws.random() < 0.7,
        "steps": draws.randint(1, 7) if moves else 1,
    }
    if (loss, output) in (("cross-entropy", "softmax"), ("binary-cross-entropy", "sigmoid")):
        optional["outputGradient"] = draws.choice(["jacobian", "shortcut"])
    root.update({key: value for key, value in optional.items() if draws.random() < 0.6})
    return root


def number(draws, size):
    return draws.choice([0.0, -0.0, 1, -1]) if draws.random() < 0.2 else size * round(draws.uniform(-1.0, 1.0), draws.randint(1, 17))


def target(draws, loss, output, n):
    if loss == "binary-cross-entropy":
        return [draws.choice([0, 1, round(draws.random(), 3)]) for _ in range(n)]
    if loss == "cross-entropy" and output == "softmax":
        if n == 4 and draws.random() < 0.5:
            return draws.choice([[0.25, 0.5, 0.25, 0], [0.1, 0.2, 0.3, 0.4]])
        right = draws.randrange(n)
        return [1 if i == right else 0 for i in range(n)]
    return [abs(number(draws, 1.0)) if loss == "cross-entropy" else number(draws, 1.0) for _ in range(n)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    for index in range(options.count):
        name = f"random-{options.seed}-{index}"
        with open(os.path.join(options.out, f"{name}.json"), "w", encoding="utf-8") as file:
            json.dump(example(random.Random(f"{options.seed}/{index}"), name), file)


if __name__ == "__main__":
    main()
