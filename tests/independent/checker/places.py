"""Changes of the calculation, and the places where they are made."""
from step import NotFinite, both


class Change:
    """One equation replaced: `make(work, l, value)` gives the tensor in place of the right one."""

    def __init__(self, equation, make, layers=None, steps=None, samples=None, element=None):
        self.equation = equation
        self.make = make
        self.layers = layers
        self.steps = steps
        self.samples = samples
        self.element = element

    def holds(self, work, l):
        if self.layers is not None and l not in self.layers:
            return False
        if self.steps is not None and work.t not in self.steps:
            return False
        return self.samples is None or work.c is None or work.c.index in self.samples

    def apply(self, work, l, value):
        try:
            changed = self.make(work, l, value)
        except (IndexError, TypeError) as error:
            raise NotFinite(f"the change does not fit: {error}") from error
        if self.element is None or not isinstance(value, list):
            return changed
        at = self.element % len(value)
        return [changed[i] if i == at else value[i] for i in range(len(value))]

    def only(self, steps=None, samples=None, element=None):
        """The same change, made in fewer places."""
        return Change(self.equation, self.make, self.layers, steps or self.steps, samples or self.samples, self.element if element is None else element)


class Variant:
    """A mistake made in certain places."""

    def __init__(self, where, changes, layers):
        self.where = where
        self.changes = changes
        self.layers = layers

    def only(self, where, **places):
        return Variant(f"{self.where}, {where}", [change.only(**places) for change in self.changes], self.layers)


class Mistake:
    """A mistake that learners make: its title in the catalogue, if it has one, the equation, and the ways to make it in an example."""

    def __init__(self, key, title, since, equations, wrong, needs, variants):
        self.key = key
        self.title = title
        self.since = since
        self.equations = equations
        self.wrong = wrong
        self.needs = needs
        self.variants = variants


ALL = []


def several_layers(layers, L):
    """The sets of layers in which a mistake is made: all, each alone, and the hidden ones where that is another set."""
    layers = list(layers)
    sets = [("in every layer", layers)] if len(layers) > 1 else []
    sets += [(f"in layer {l}", [l]) for l in layers]
    hidden = [l for l in layers if l < L]
    if 1 < len(hidden) < len(layers):
        sets.append(("in every hidden layer", hidden))
    return sets


def add(key, title, since, equations, wrong, needs, variants):
    ALL.append(Mistake(key, title, since, equations, wrong, needs, variants))


def in_layers(key, title, since, equation, wrong, make, fits=lambda e, l: True, needs=None, also=()):
    """A mistake in one equation, in all layers that it fits or in some of them. `also` are equations that describe it as well."""
    equations = equation if isinstance(equation, list) else [equation]

    def variants(example):
        layers = [l for l in range(1, example.L + 1) if fits(example, l)]
        return [Variant(where, [Change(name, make, set(some)) for name in equations], set(some)) for where, some in several_layers(layers, example.L)]

    add(key, title, since, set(equations) | set(also), wrong, needs or {}, variants)


def at_output(key, title, since, equations, wrong, makes, fits=lambda e: True, needs=None, also=()):
    """A mistake at the output, in the loss or in its gradient. `makes` has, for each way to make it, a label and the change of each equation."""

    def variants(example):
        if not fits(example):
            return []
        result = []
        for label, changes in makes(example):
            made = [Change(name, make) for name, make in changes]
            result.append(Variant(label, made, {example.L}))
        return result

    add(key, title, since, set(equations) | set(also), wrong, needs or {}, variants)


# What a mistake may ask of an example or of a layer.

def has_bias(e, l):
    return e.layer(l).b is not None


def wide(e, l):
    return e.sizes[l] > 1


def wide_before(e, l):
    return e.sizes[l - 1] > 1


def square(e, l):
    return e.sizes[l] == e.sizes[l - 1] > 1


def is_(*names):
    return lambda e, l: e.activation(l) in names


def elementwise(e, l):
    return e.activation(l) != "softmax"


def curved(e, l):
    """Elementwise, and not the identity."""
    return e.activation(l) not in ("softmax", "identity")


def chain(e, l):
    """The layer goes back through its Jacobian."""
    return not (e.shortcut and l == e.L)


def all_of(*conditions):
    return lambda e, l: all(condition(e, l) for condition in conditions)


def several(e):
    return max(len(indexes) for indexes in e.batches()) > 1


def scaled(value, factor):
    return [scaled(item, factor) for item in value] if isinstance(value, list) else factor * value


def added(first, second):
    return both(first, second, lambda p, q: p + q)
