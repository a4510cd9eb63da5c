"""Sheets: which numbers of a calculation are written down, and how."""
import digits
from step import names_in_order


class Sheet:
    """An example, the answers as written, and the truth about them."""

    def __init__(self, example, kind, truth, answers):
        self.example = example
        self.kind = kind
        self.truth = truth
        self.answers = answers

    def to_json(self, number):
        return {"id": number, "kind": self.kind, "truth": self.truth, "example": self.example.to_json(), "answers": self.answers}


def elements(value, index=()):
    """The numbers of a tensor with their indexes, row by row."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from elements(item, (*index, i))
    else:
        yield index, value


def at(tensor, index):
    for i in index:
        tensor = tensor[i]
    return tensor


def put(tensor, index, item):
    """The tensor with one item replaced."""
    if not index:
        return item
    return [put(tensor[i], index[1:], item) if i == index[0] else tensor[i] for i in range(len(tensor))]


def element_name(name, index):
    return f"{name}[{','.join(str(i) for i in index)}]" if index else name


def is_given(name):
    step, _, symbol = name.split("/", 2)
    return symbol in ("x", "y") or (step == "1" and not symbol.endswith("'") and symbol[0] in "Wb")


def is_jacobian(symbol):
    return symbol.startswith("d") and not symbol.startswith("dL/")


# What each kind of person writes down. `keep` says of a symbol whether it is on the sheet.

def everything(rng, example):
    jacobians, inputs = rng.random() < 0.5, rng.random() < 0.4
    return lambda t, symbol: (jacobians and "/dz" in symbol and is_jacobian(symbol)) or (
        not is_jacobian(symbol) and (inputs or symbol != "dL/dx") and (symbol.endswith("'") or symbol[0] not in "Wb"))


def usual(rng, example):
    return lambda t, symbol: symbol.endswith("'") or symbol == "L" or symbol[0] in "za" or symbol.startswith(("dL/dz", "dL/dW", "mean", "sum"))


def gradients(rng, example):
    return lambda t, symbol: symbol.endswith("'") or symbol.startswith(("dL/dW", "dL/db", "mean", "sum"))


def updates(rng, example):
    return lambda t, symbol: symbol.endswith("'")


def some(rng, example):
    chosen = {}
    return lambda t, symbol: everything(rng, example)(t, symbol) and chosen.setdefault(symbol, rng.random() < 0.5)


STYLES = {"everything": everything, "usual": usual, "gradients": gradients, "updates": updates, "some": some, "holes": everything}


def chosen(rng, example, store, style):
    """The tensors that are written, in the order of computation, each with the places left blank."""
    keep = STYLES[style](rng, example)
    result = []
    for name in names_in_order(example):
        step, _, symbol = name.split("/", 2)
        if name in store and not is_given(name) and keep(step, symbol):
            blanks = {index for index, _ in elements(store[name]) if style == "holes" and rng.random() < 0.3}
            if len(blanks) < sum(1 for _ in elements(store[name])):
                result.append((name, blanks))
    return result


def literals(store, places, writing):
    """What is written: literals by tensor name, None where blank."""
    result = {}
    for name, blanks in places:
        tensor = store[name]
        for index, value in elements(tensor):
            tensor = put(tensor, index, None if index in blanks else writing.literal(value))
        result[name] = tensor
    return result


def wrong_numbers(written, right):
    """The names of the numbers that are wrong as written, in the order of computation."""
    result = []
    for name, tensor in written.items():
        for index, literal in elements(tensor):
            if literal is not None and digits.judge(literal, at(right[name], index)) == "wrong":
                result.append((name, index))
    return result


def count(written):
    return sum(1 for tensor in written.values() for _, literal in elements(tensor) if literal is not None)


def shortened_names(example, written):
    """Names without step and sample, where there is one of each."""
    if example.steps == 1 and len(example.batches()[0]) == 1:
        return {name.split("/", 2)[2]: tensor for name, tensor in written.items()}
    return written


def full_name(name):
    """The name with step and sample."""
    if name[0].isdigit():
        return name
    return f"1//{name}" if name.endswith("'") or name[0] in "Wb" else f"1/0/{name}"
