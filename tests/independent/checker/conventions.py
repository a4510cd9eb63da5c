"""Right numbers in another consistent convention: what a change of the finished sheet makes of them. New parameters stay what they are."""
from places import scaled, several


def gradients_of(work, symbols):
    """The names of the gradients on the sheet that `symbols` picks."""
    for name in work.store:
        symbol = name.split("/", 2)[2]
        if symbols(symbol):
            yield name


def of_parameters(symbol):
    return symbol.startswith(("dL/dW", "dL/db", "mean dL/", "sum dL/"))


def of_sample(symbol):
    return symbol.startswith("dL/d")


def every(symbol):
    return symbol.startswith(("dL/d", "mean dL/", "sum dL/"))


def turn(work, symbols, factor):
    for name in list(gradients_of(work, symbols)):
        count = len(work.steps[int(name.split("/")[0]) - 1].samples)
        by = factor(work.example, count)
        work.store[name] = scaled(work.store[name], by)


# Key, what an example needs, which gradients, and their factor.
CONVENTIONS = [
    ("delta is target minus output", {}, every, lambda e, count: -1.0),
    ("1/N in each sample's gradients", {"several": True, "reduction": "mean"}, of_sample, lambda e, count: 1.0 / count),
    ("eta in the gradients of the parameters", {}, of_parameters, lambda e, count: e.eta),
    ("eta in every gradient", {}, every, lambda e, count: e.eta),
    ("changes under the name of gradients", {}, of_parameters, lambda e, count: -e.eta),
]


def fits(key, example):
    if key.startswith("1/N"):
        return several(example) and example.reduction == "mean"
    return True
