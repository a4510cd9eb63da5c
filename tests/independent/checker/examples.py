"""Examples: a network, its samples and its rule, drawn at random with friendly numbers."""
import functions

HIDDEN = ["sigmoid", "sigmoid", "sigmoid", "sigmoid", "tanh", "tanh", "tanh", "relu", "relu", "relu", "identity", "softmax"]
OUTPUT = ["sigmoid", "sigmoid", "sigmoid", "tanh", "identity", "identity", "relu", "softmax"]


class Layer:
    def __init__(self, W, b, activation, slope):
        self.W = W
        self.b = b
        self.activation = activation
        self.slope = slope


class Example:
    """One example. Layers count from 1: `layer(1)` is the first, `sizes[0]` is the number of inputs."""

    def __init__(self):
        self.name = "sheet"
        self.layers = []
        self.loss = None
        self.eta = None
        self.update_biases = True
        self.steps = 1
        self.samples = []
        self.batch = 1
        self.reduction = "mean"
        self.shortcut = False

    @property
    def L(self):
        return len(self.layers)

    @property
    def sizes(self):
        return [len(self.layers[0].W[0])] + [len(layer.W) for layer in self.layers]

    def layer(self, l):
        return self.layers[l - 1]

    def activation(self, l):
        return self.layers[l - 1].activation

    def batches(self):
        """The indexes of the samples of each step. A pass ends with what is left, and no batch goes on into the next pass."""
        count = len(self.samples)
        passes = [list(range(start, min(start + self.batch, count))) for start in range(0, count, self.batch)]
        return [passes[t % len(passes)] for t in range(self.steps)]

    def to_json(self):
        layers = []
        for layer in self.layers:
            entry = {"weights": layer.W, "activation": layer.activation}
            if layer.b is not None:
                entry["biases"] = layer.b
            if layer.activation == "leaky-relu":
                entry["slope"] = layer.slope
            layers.append(entry)
        samples = []
        for x, y in self.samples:
            samples.append({"input": x} if y is None else {"input": x, "target": y})
        return {"name": self.name, "loss": self.loss, "learningRate": self.eta, "updateBiases": self.update_biases, "steps": self.steps,
                "batch": self.batch, "reduction": self.reduction, "outputGradient": "shortcut" if self.shortcut else "jacobian",
                "layers": layers, "samples": samples}


def number(rng, low, high, decimals, signed=True):
    """A decimal that is not 0."""
    while True:
        value = round(rng.uniform(low, high), decimals)
        if value != 0.0:
            return -value if signed and rng.random() < 0.4 else value


def draw_sizes(rng, needs):
    L = max(needs.get("layers", 1), rng.choices([1, 2, 3, 4], [15, 48, 25, 12])[0])
    sizes = [rng.choices([1, 2, 3, 4], [12, 46, 27, 15])[0] for _ in range(L + 1)]
    if needs.get("square") or rng.random() < 0.25:
        sizes = [rng.choice([2, 2, 3])] * (L + 1)
    if needs.get("wide"):
        sizes = [max(2, size) for size in sizes]
    return sizes


def draw_target(rng, loss, activation, n):
    if loss == "sum":
        return None
    if loss == "cross-entropy" and activation == "softmax":
        if n > 1 and rng.random() < 0.3:
            tenths = [1] * n
            for _ in range(10 - n):
                tenths[rng.randrange(n)] += 1
            return [value / 10 for value in tenths]
        hot = rng.randrange(n)
        return [1 if i == hot else 0 for i in range(n)]
    if loss in ("cross-entropy", "binary-cross-entropy"):
        if rng.random() < 0.6:
            y = [rng.choice([0, 1]) for _ in range(n)]
            return y if loss == "binary-cross-entropy" or any(y) else [1] * n
        return [round(rng.uniform(0.05, 0.95), 2) for _ in range(n)]
    if activation == "softmax" and rng.random() < 0.5:
        hot = rng.randrange(n)
        return [1 if i == hot else 0 for i in range(n)]
    if activation in ("sigmoid", "softmax"):
        return [rng.choice([0, 1, 0.01, 0.99, round(rng.uniform(0.05, 0.95), 1)]) for _ in range(n)]
    if activation == "tanh":
        return [rng.choice([1, -1, round(rng.uniform(-0.9, 0.9), 1)]) for _ in range(n)]
    return [number(rng, 0.1, 1.5, 1) for _ in range(n)]


def draw_functions(rng, needs, with_all):
    """The loss, and the activations of the hidden layers and of the output, as far as `needs` leaves them open."""
    losses = functions.LOSSES + (functions.MORE_LOSSES if with_all else [])
    outputs = OUTPUT + (functions.MORE_ACTIVATIONS if with_all else [])
    while True:
        loss = rng.choice(needs.get("loss", losses + ["squared-error"]))
        taken = functions.output_activations(loss, outputs)
        fitting = [activation for activation in needs.get("output", taken) if activation in taken]
        if fitting:
            break
        needs = {key: value for key, value in needs.items() if key != "loss"}
    output = rng.choice(fitting)
    hidden = HIDDEN + (functions.MORE_ACTIVATIONS * 2 if with_all else [])
    if "hidden" in needs:
        hidden = needs["hidden"]
    elif rng.random() < 0.6:
        hidden = [rng.choice(hidden)]
    return loss, output, hidden


def draw(rng, needs, with_all=False):
    """An example that fits `needs`: a dictionary of what a mistake asks for."""
    example = Example()
    sizes = draw_sizes(rng, needs)
    L = len(sizes) - 1
    example.loss, output, hidden = draw_functions(rng, needs, with_all)
    if output == "softmax" and sizes[L] == 1:
        sizes[L] = rng.choice([2, 3])
    decimals = rng.choice([1, 2, 2, 3])
    has_biases = rng.random() < 0.8 or bool(needs.get("bias"))
    for l in range(1, L + 1):
        activation = output if l == L else rng.choice(hidden)
        if activation == "softmax" and sizes[l] == 1:
            sizes[l] = 2
        W = [[number(rng, 0.1, 1.2, decimals) for _ in range(sizes[l - 1])] for _ in range(sizes[l])]
        b = [number(rng, 0.05, 0.9, decimals) for _ in range(sizes[l])] if has_biases and (needs.get("bias") or rng.random() < 0.95) else None
        example.layers.append(Layer(W, b, activation, rng.choice([0.01, 0.1, 0.2])))
    example.eta = rng.choice([0.5, 0.5, 0.1, 0.1, 0.2, 0.3, 0.05, 0.01, 0.25, 0.8, 1.5])
    several = needs.get("several", rng.random() < 0.3)
    draw_pass(rng, example, needs, several)
    for _ in range(draw_pass_count(rng, example)):
        x = [rng.choice([0, 1]) if rng.random() < 0.12 else number(rng, 0.05, 1.5, rng.choice([1, 2, decimals])) for _ in range(sizes[0])]
        example.samples.append((x, draw_target(rng, example.loss, output, sizes[L])))
    example.batch = min(example.batch, len(example.samples)) if several else 1
    example.reduction = needs.get("reduction", "mean" if rng.random() < 0.7 else "sum") if several else "mean"
    example.update_biases = needs.get("update_biases", rng.random() < 0.87)
    if example.loss == "cross-entropy" and output == "softmax":
        example.shortcut = needs.get("shortcut", rng.random() < 0.4)
    return example


def draw_pass(rng, example, needs, several):
    example.steps = needs.get("steps", 2 if rng.random() < 0.4 else 1)
    example.batch = rng.choice([2, 2, 3, 4]) if several else 1


def draw_pass_count(rng, example):
    if example.batch > 1:
        return example.batch if rng.random() < 0.75 or example.steps == 1 else example.batch + rng.choice([1, 2])
    return 1 if rng.random() < 0.7 or example.steps == 1 else 2


def from_json(entry):
    """An example from a file of LoopNet, with what such a file leaves out."""
    example = Example()
    example.name = entry["name"]
    example.loss = entry["loss"]
    example.eta = entry["learningRate"]
    example.update_biases = entry.get("updateBiases", True)
    example.steps = entry.get("steps", 1)
    example.reduction = entry.get("reduction", "mean")
    example.shortcut = entry.get("outputGradient", "jacobian") == "shortcut"
    for layer in entry["layers"]:
        example.layers.append(Layer(layer["weights"], layer.get("biases"), layer["activation"], layer.get("slope", 0.01)))
    for sample in entry["samples"]:
        example.samples.append((sample["input"], sample.get("target")))
    batch = entry.get("batch", 1)
    example.batch = len(example.samples) if batch == "all" else batch
    return example
