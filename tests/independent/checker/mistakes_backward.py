"""Mistakes of the backward pass: B2, B3, B5, B6 and B7."""
import functions
from mistakes_forward import shifted, twin
from places import (add, all_of, chain, Change, curved, elementwise, has_bias, in_layers, is_, scaled, several, several_layers, square, Variant, wide,
                    wide_before)
from step import outer, times, transposed_times

FORMULA = "Wrong formula for the derivative"
LEFT_OUT = "Activation derivative left out"


def ways_in_layers(key, title, since, ways, wrong, fits, needs=None, also=()):
    """A mistake that can be made in several ways. A way is a label and, for each equation, what it makes."""

    def variants(example):
        layers = [l for l in range(1, example.L + 1) if fits(example, l)]
        result = []
        for label, makes in ways:
            for where, some in several_layers(layers, example.L):
                result.append(Variant(f"{label}, {where}", [Change(name, make, set(some)) for name, make in makes.items()], set(some)))
        return result

    equations = {name for _, makes in ways for name in makes}
    add(key, title, since, equations | set(also), wrong, needs or {}, variants)


def diagonal_of(formula):
    """A Jacobian with `formula(w, l, i)` on its diagonal."""
    return lambda w, l, v: functions.diagonal([formula(w, l, i) for i in range(len(v))])


def through(formula):
    """dL/dz[i] = formula(w, l, i) dL/da[i], with da/dz itself right."""
    return lambda w, l, v: [formula(w, l, i) * w.c.dL_da[l][i] for i in range(len(v))]


def by_formula(key, title, since, activations, wrong, formula, fits=lambda e, l: True, needs=None):
    """A derivative by another formula: in da/dz, or in the product dL/dz alone."""
    asked = {"hidden": activations, "layers": 2} if needs is None else needs
    ways_in_layers(key, title, since, [("in da/dz", {"B2": diagonal_of(formula)}), ("in dL/dz", {"B3": through(formula)})], wrong,
                   all_of(is_(*activations), chain, fits), asked, ["B2", "B3"])


def a(w, l, i):
    return w.c.a[l][i]


def z(w, l, i):
    return w.c.z[l][i]


def own(w, l, i):
    """The right derivative."""
    return w.c.da_dz[l][i][i]


# B2

SMOOTH = ("sigmoid", "tanh", "softmax")


def at_z(w, l, v):
    layer = w.example.layer(l)
    return functions.jacobian(layer.activation, layer.slope, w.c.z[l], w.c.z[l])


def at_a(w, l, v):
    layer = w.example.layer(l)
    return functions.jacobian(layer.activation, layer.slope, w.c.a[l], functions.outputs(layer.activation, layer.slope, w.c.a[l]))


ways_in_layers("derivative at z or a", "Derivative at the wrong quantity", "catalogue", [("z in place of a", {"B2": at_z}), ("f'(a)", {"B2": at_a})],
               "da/dz = z (1 - z)", all_of(is_(*SMOOTH), chain), {"hidden": ["sigmoid", "tanh"], "layers": 2}, ["B3"])
ways_in_layers("dead ReLU", "Gradient let through a dead ReLU", "catalogue",
               [("in da/dz", {"B2": diagonal_of(lambda w, l, i: 1.0)}), ("in dL/dz", {"B3": through(lambda w, l, i: 1.0)})],
               "da/dz = 1", all_of(is_("relu"), chain), {"hidden": ["relu"], "layers": 2, "wide": True})
in_layers("softmax diagonal", "Softmax Jacobian cut to its diagonal", "catalogue", "B2", "da[i]/dz[i] = a[i] (1 - a[i]), else 0",
          diagonal_of(lambda w, l, i: a(w, l, i) * (1 - a(w, l, i))), all_of(is_("softmax"), chain), {"output": ["softmax"], "shortcut": False}, ["B3"])

for NAME, ACTIVATIONS, WRONG, TAKEN in [
        ("1 - a", ["sigmoid"], "1 - a", lambda w, l, i: 1 - a(w, l, i)),
        ("a", ["sigmoid"], "a", a),
        ("a (1 + a)", ["sigmoid"], "a (1 + a)", lambda w, l, i: a(w, l, i) * (1 + a(w, l, i))),
        ("1 - a^2 of sigmoid", ["sigmoid"], "1 - a^2", lambda w, l, i: 1 - a(w, l, i) ** 2),
        ("1 + a^2", ["tanh"], "1 + a^2", lambda w, l, i: 1 + a(w, l, i) ** 2),
        ("-a^2", ["tanh"], "-a^2", lambda w, l, i: -a(w, l, i) ** 2),
        ("1 - a of tanh", ["tanh"], "1 - a", lambda w, l, i: 1 - a(w, l, i)),
        ("a (1 - a) of tanh", ["tanh"], "a (1 - a)", lambda w, l, i: a(w, l, i) * (1 - a(w, l, i))),
        ("f for f'", ["tanh", "relu"], "f(z)", a)]:
    by_formula(f"derivative {NAME}", FORMULA, "new", ACTIVATIONS, f"da/dz = {WRONG}", TAKEN)

for NAME, ACTIVATIONS, TAKEN in [
        ("a (a - 1)", ["sigmoid"], lambda w, l, i: a(w, l, i) * (a(w, l, i) - 1)),
        ("a^2", ["sigmoid"], lambda w, l, i: a(w, l, i) ** 2),
        ("(1 - a)^2", ["sigmoid", "tanh"], lambda w, l, i: (1 - a(w, l, i)) ** 2),
        ("2 a (1 - a)", ["sigmoid"], lambda w, l, i: 2 * a(w, l, i) * (1 - a(w, l, i))),
        ("z (1 - a)", ["sigmoid"], lambda w, l, i: z(w, l, i) * (1 - a(w, l, i))),
        ("a (1 - z)", ["sigmoid"], lambda w, l, i: a(w, l, i) * (1 - z(w, l, i))),
        ("a^2 - 1", ["tanh"], lambda w, l, i: a(w, l, i) ** 2 - 1),
        ("1 - 2 a", ["tanh"], lambda w, l, i: 1 - 2 * a(w, l, i)),
        ("sqrt", ["tanh"], lambda w, l, i: (1 - a(w, l, i) ** 2) ** 0.5),
        ("turned round", ["relu"], lambda w, l, i: 0.0 if z(w, l, i) > 0 else 1.0),
        ("0 for the identity", ["identity"], lambda w, l, i: 0.0),
        ("z for the identity", ["identity"], z)]:
    by_formula(f"derivative {NAME}", None, "edit", ACTIVATIONS, f"da/dz = {NAME}", TAKEN)

in_layers("derivative of the neighbour's output", None, "edit", "B2", "da[i]/dz[i] = a[i] (1 - a[i + 1])",
          diagonal_of(lambda w, l, i: a(w, l, i) * (1 - shifted(w.c.a[l])[i])), all_of(is_("sigmoid"), chain, wide),
          {"hidden": ["sigmoid"], "layers": 2, "wide": True}, ["B3"])
in_layers("softmax plus off the diagonal", None, "edit", "B2", "da[i]/dz[j] = +a[i] a[j]",
          lambda w, l, v: [[abs(v[i][j]) for j in range(len(v))] for i in range(len(v))], all_of(is_("softmax"), chain), {"output": ["softmax"], "shortcut": False}, ["B3"])
in_layers("softmax diagonal without 1 - a", None, "edit", "B2", "da[i]/dz[i] = a[i]",
          lambda w, l, v: [[a(w, l, i) if i == j else v[i][j] for j in range(len(v))] for i in range(len(v))], all_of(is_("softmax"), chain),
          {"output": ["softmax"], "shortcut": False}, ["B3"])


# Derivative of another layer

def other_layer(by, what):
    def make(w, l, v):
        layer, other = w.example.layer(l), l + by
        n = len(w.c.z[l])
        if what == "formula":
            other_one = w.example.layer(other)
            return functions.jacobian(other_one.activation, other_one.slope, w.c.z[l], w.c.a[l])
        z_other = w.c.z[other] if other > 0 else w.c.x
        return functions.jacobian(layer.activation, layer.slope, z_other[:n], w.c.a[other][:n])
    return make


def other_layer_fits(by, what):
    def fits(e, l):
        other = l + by
        if not chain(e, l) or not 0 <= other <= e.L or (what == "formula" and other == 0):
            return False
        if what == "formula":
            return e.activation(other) != e.activation(l)
        return e.sizes[other] == e.sizes[l] and e.activation(l) != "identity"
    return fits


for BY in (1, -1):
    for WHAT in ("outputs", "formula"):
        in_layers(f"derivative of layer l{BY:+d}, {WHAT}", "Derivative of the wrong layer", "catalogue", "B2", f"da_l/dz_l with the {WHAT} of layer l {BY:+d}",
                  other_layer(BY, WHAT), other_layer_fits(BY, WHAT), {"square": True, "layers": 2}, ["B3"])

# B3

in_layers("derivative twice", "Activation derivative applied twice", "catalogue", "B3", "dL/dz = (da/dz)^T (da/dz)^T dL/da",
          lambda w, l, v: transposed_times(w.c.da_dz[l], v), all_of(chain, lambda e, l: e.activation(l) not in ("identity", "relu")))
ways_in_layers("derivative left out", LEFT_OUT, "catalogue",
               [("in dL/dz", {"B3": lambda w, l, v: list(w.c.dL_da[l])}),
                ("in dL/dW and dL/db only", {"B5": lambda w, l, v: outer(w.c.dL_da[l], w.c.a[l - 1]), "B6": lambda w, l, v: list(w.c.dL_da[l])}),
                ("in dL/dW only", {"B5": lambda w, l, v: outer(w.c.dL_da[l], w.c.a[l - 1])}),
                ("in dL/db only", {"B6": lambda w, l, v: list(w.c.dL_da[l])})],
               "dL/dz = dL/da", all_of(chain, lambda e, l: e.activation(l) != "identity"))
in_layers("shortcut misplaced", "Shortcut where it does not hold", "catalogue", "B3", "dL/dz = a - y", lambda w, l, v: [w.c.a[l][i] - w.c.y[i] for i in range(len(v))],
          lambda e, l: l == e.L and e.loss != "sum" and e.activation(l) != "identity"
          and (e.loss, e.activation(l)) not in (("cross-entropy", "softmax"), ("binary-cross-entropy", "sigmoid")), None, ["B1"])
in_layers("ReLU of the gradient", "ReLU applied to the gradient", "new", "B3", "dL/dz = relu(dL/da)", lambda w, l, v: [max(0.0, g) for g in w.c.dL_da[l]],
          all_of(is_("relu"), chain), {"hidden": ["relu"], "layers": 2})
in_layers("gradient from above dropped", "Gradient from above dropped", "new", "B3", "dL/dz = da/dz", lambda w, l, v: [own(w, l, i) for i in range(len(v))],
          all_of(elementwise, chain))
in_layers("sign of dL/dz", None, "edit", "B3", "dL/dz = -(da/dz)^T dL/da", lambda w, l, v: scaled(v, -1), chain)
in_layers("dL/dz twice", None, "edit", "B3", "dL/dz = 2 (da/dz)^T dL/da", lambda w, l, v: scaled(v, 2), chain)
in_layers("derivative of another unit", None, "edit", "B3", "dL/dz[i] = f'(z[i + 1]) dL/da[i]",
          lambda w, l, v: [own(w, l, (i + 1) % len(v)) * w.c.dL_da[l][i] for i in range(len(v))], all_of(curved, chain, wide), {"wide": True})
in_layers("gradient of another unit", None, "edit", "B3", "dL/dz[i] = f'(z[i]) dL/da[i + 1]",
          lambda w, l, v: [own(w, l, i) * shifted(w.c.dL_da[l])[i] for i in range(len(v))], all_of(elementwise, chain, wide), {"wide": True})
in_layers("gradients added up", None, "edit", "B3", "dL/dz[i] = f'(z[i]) sum_j dL/da[j]",
          lambda w, l, v: [own(w, l, i) * sum(w.c.dL_da[l]) for i in range(len(v))], all_of(elementwise, chain, wide), {"wide": True})
in_layers("a for dL/da", None, "edit", "B3", "dL/dz = f'(z) a", lambda w, l, v: [own(w, l, i) * a(w, l, i) for i in range(len(v))], all_of(elementwise, chain))
in_layers("output for the derivative", None, "edit", "B3", "dL/dz = a dL/da", through(a), all_of(is_("identity", "softmax"), chain), None, ["B2"])
in_layers("weighted sum for the derivative", None, "edit", "B3", "dL/dz = z dL/da", through(z), all_of(lambda e, l: e.activation(l) != "identity", chain), None, ["B2"])
in_layers("target in the derivative", None, "edit", "B3", "dL/dz = y (1 - y) dL/da", through(lambda w, l, i: w.c.y[i] * (1 - w.c.y[i])),
          lambda e, l: l == e.L and chain(e, l) and e.loss != "sum" and e.activation(l) == "sigmoid", {"output": ["sigmoid"]}, ["B2"])
in_layers("derivative added", None, "edit", "B3", "dL/dz = dL/da + da/dz", lambda w, l, v: [own(w, l, i) + w.c.dL_da[l][i] for i in range(len(v))], all_of(elementwise, chain))
in_layers("f for f' at the output", None, "edit", "B3s", "dL/dz = a", lambda w, l, v: list(w.c.a[l]), lambda e, l: not chain(e, l), {"shortcut": True,
          "loss": ["cross-entropy"], "output": ["softmax"]})


# Division

def quotient(p, q):
    return 0.0 if q == 0.0 else p / q


def by_outputs(w, l, v):
    return [[quotient(d, p) for p in w.c.a[l - 1]] for d in w.c.dL_dz[l]]


def by_weights(w, l, v):
    W, d = w.step.W[l], w.c.dL_dz[l]
    return [sum(quotient(d[i], W[i][k]) for i in range(len(d))) for k in range(len(v))]


def by_derivative(w, l, v):
    return [quotient(w.c.dL_da[l][i], own(w, l, i)) for i in range(len(v))]


DIVISION = "Division where the chain rule multiplies"
ways_in_layers("division", DIVISION, "catalogue",
               [("by the outputs", {"B5": by_outputs}), ("by the weights", {"B7": by_weights}), ("by both", {"B5": by_outputs, "B7": by_weights})],
               "dL/dW[j,k] = dL/dz[j] / a[k]", lambda e, l: True)
in_layers("division by the derivative", DIVISION, "catalogue", "B3", "dL/dz = dL/da / f'(z)", by_derivative, all_of(chain, elementwise, curved))

# B5

WRONG_INPUT = "Weight gradient with the wrong input"
in_layers("outer product transposed", "Outer product transposed", "catalogue", "B5", "dL/dW[j,k] = a[j] dL/dz[k]",
          lambda w, l, v: outer(w.c.a[l - 1], w.c.dL_dz[l]), square, {"square": True})
in_layers("weighted sum as input", "Weighted sum in place of the output", "catalogue", "B5", "dL/dW[j,k] = dL/dz[j] z[k]",
          lambda w, l, v: outer(w.c.dL_dz[l], w.c.z[l - 1]), lambda e, l: l > 1 and e.activation(l - 1) != "identity", {"layers": 2})
in_layers("x as input", WRONG_INPUT, "new", "B5", "dL/dW_l = dL/dz_l x^T", lambda w, l, v: outer(w.c.dL_dz[l], w.c.x),
          lambda e, l: l > 1 and e.sizes[0] == e.sizes[l - 1], {"square": True, "layers": 2})
in_layers("own output as input", WRONG_INPUT, "new", "B5", "dL/dW_l = dL/dz_l a_l^T", lambda w, l, v: outer(w.c.dL_dz[l], w.c.a[l]),
          lambda e, l: e.sizes[l] == e.sizes[l - 1], {"square": True})
in_layers("input of another layer", WRONG_INPUT, "new", "B5", "dL/dW_l = dL/dz_l a_(l-2)^T", lambda w, l, v: outer(w.c.dL_dz[l], w.c.a[l - 2]),
          lambda e, l: l > 2 and e.sizes[l - 1] == e.sizes[l - 2], {"square": True, "layers": 3})
in_layers("sign of dL/dW", None, "edit", "B5", "dL/dW = -dL/dz a^T", lambda w, l, v: scaled(v, -1))
in_layers("dL/dW twice", None, "edit", "B5", "dL/dW = 2 dL/dz a^T", lambda w, l, v: scaled(v, 2))
in_layers("dL/dW halved", None, "edit", "B5", "dL/dW = 1/2 dL/dz a^T", lambda w, l, v: scaled(v, 0.5))
in_layers("input left out", None, "edit", "B5", "dL/dW[j,k] = dL/dz[j]", lambda w, l, v: outer(w.c.dL_dz[l], [1.0] * len(v[0])))
in_layers("gradient left out", None, "edit", "B5", "dL/dW[j,k] = a[k]", lambda w, l, v: outer([1.0] * len(v), w.c.a[l - 1]))
in_layers("input squared", None, "edit", "B5", "dL/dW[j,k] = dL/dz[j] a[k]^2", lambda w, l, v: outer(w.c.dL_dz[l], [p * p for p in w.c.a[l - 1]]))
in_layers("1 - a as input", None, "edit", "B5", "dL/dW[j,k] = dL/dz[j] (1 - a[k])", lambda w, l, v: outer(w.c.dL_dz[l], [1 - p for p in w.c.a[l - 1]]))
in_layers("derivative as input", None, "edit", "B5", "dL/dW[j,k] = dL/dz[j] f'(z[k])",
          lambda w, l, v: outer(w.c.dL_dz[l], [functions.derivative(w.example.activation(l - 1), w.example.layer(l - 1).slope, w.c.z[l - 1][k], w.c.a[l - 1][k])
                                               for k in range(len(v[0]))]), lambda e, l: l > 1 and curved(e, l - 1), {"layers": 2})
in_layers("inputs shifted in dL/dW", None, "edit", "B5", "dL/dW[j,k] = dL/dz[j] a[k + 1]", lambda w, l, v: outer(w.c.dL_dz[l], shifted(w.c.a[l - 1])),
          wide_before, {"wide": True})
in_layers("gradients shifted in dL/dW", None, "edit", "B5", "dL/dW[j,k] = dL/dz[j + 1] a[k]", lambda w, l, v: outer(shifted(w.c.dL_dz[l]), w.c.a[l - 1]),
          wide, {"wide": True})
in_layers("weights in dL/dW", None, "edit", "B5", "dL/dW[j,k] = dL/dz[j] W[j,k]",
          lambda w, l, v: [[w.c.dL_dz[l][j] * w.step.W[l][j][k] for k in range(len(v[0]))] for j in range(len(v))])
in_layers("weights as well in dL/dW", None, "edit", "B5", "dL/dW[j,k] = dL/dz[j] a[k] W[j,k]",
          lambda w, l, v: [[v[j][k] * w.step.W[l][j][k] for k in range(len(v[0]))] for j in range(len(v))])
in_layers("derivative again in dL/dW", None, "edit", "B5", "dL/dW[j,k] = f'(z[j]) dL/dz[j] a[k]",
          lambda w, l, v: [scaled(v[j], own(w, l, j)) for j in range(len(v))], all_of(chain, curved))
in_layers("input of another sample in dL/dW", None, "edit", "B5", "dL/dW = dL/dz a^T with a of the next sample",
          lambda w, l, v: outer(w.c.dL_dz[l], w.step.samples[(w.c.index + 1) % len(w.step.samples)].a[l - 1]),
          lambda e, l: all(len(some) > 1 for some in e.batches()), {"several": True})

# B6

in_layers("bias gradient summed", "Bias gradient summed over the layer", "new", "B6", "dL/db[i] = sum_j dL/dz[j]", lambda w, l, v: [sum(w.c.dL_dz[l])] * len(v),
          all_of(has_bias, wide), {"bias": True, "wide": True})
ways_in_layers("bias gradient from the weights", "Bias gradient from the weight gradient", "new",
               [("the row added up", {"B6": lambda w, l, v: [sum(row) for row in w.c.dL_dW[l]]}), ("the first column", {"B6": lambda w, l, v: [row[0] for row in w.c.dL_dW[l]]}),
                ("the mean of the row", {"B6": lambda w, l, v: [sum(row) / len(row) for row in w.c.dL_dW[l]]})], "dL/db[i] = sum_k dL/dW[i,k]", has_bias, {"bias": True})
in_layers("sign of dL/db", None, "edit", "B6", "dL/db = -dL/dz", lambda w, l, v: scaled(v, -1), has_bias, {"bias": True})
in_layers("dL/db twice", None, "edit", "B6", "dL/db = 2 dL/dz", lambda w, l, v: scaled(v, 2), has_bias, {"bias": True})
in_layers("bias as a factor", None, "edit", "B6", "dL/db = dL/dz b", lambda w, l, v: [v[i] * w.step.b[l][i] for i in range(len(v))], has_bias, {"bias": True})
in_layers("dL/db = 1", None, "edit", "B6", "dL/db = 1", lambda w, l, v: [1.0] * len(v), has_bias, {"bias": True})
in_layers("output as a factor of dL/db", None, "edit", "B6", "dL/db = dL/dz a", lambda w, l, v: [v[i] * a(w, l, i) for i in range(len(v))], has_bias, {"bias": True})
in_layers("dL/db of another unit", None, "edit", "B6", "dL/db[i] = dL/dz[i + 1]", lambda w, l, v: shifted(v), all_of(has_bias, wide), {"bias": True, "wide": True})
in_layers("mean over the layer in dL/db", None, "edit", "B6", "dL/db[i] = mean_j dL/dz[j]", lambda w, l, v: [sum(v) / len(v)] * len(v), all_of(has_bias, wide),
          {"bias": True, "wide": True})

# B7

def updated_weights(w, l, v):
    W, eta = w.step.W[l], w.example.eta
    moved = [[W[i][k] - eta * w.c.dL_dW[l][i][k] for k in range(len(W[0]))] for i in range(len(W))]
    return transposed_times(moved, w.c.dL_dz[l])


def shares(w, l, sent):
    W = w.step.W[l]
    return [sum(W[i][k] / sum(W[i]) * sent[i] for i in range(len(W))) for k in range(len(W[0]))]


def through_W(change):
    """dL/da[k] = sum_i change(W[i,k], i, k) dL/dz[i]."""
    return lambda w, l, v: [sum(change(w.step.W[l][i][k], i, k) * w.c.dL_dz[l][i] for i in range(len(w.c.dL_dz[l]))) for k in range(len(v))]


in_layers("updated weights", "Hidden gradients through updated weights", "catalogue", "B7", "dL/da = W'^T dL/dz", updated_weights,
          lambda e, l: not several(e), {"several": False, "layers": 2})
ways_in_layers("one unit only", "Only one unit of the next layer counted", "catalogue",
               [("unit 0", {"B7": through_W(lambda W, i, k: W if i == 0 else 0.0)}), ("unit 1", {"B7": through_W(lambda W, i, k: W if i == 1 else 0.0)}),
                ("of the same index", {"B7": lambda w, l, v: [w.step.W[l][k][k] * w.c.dL_dz[l][k] if k < len(w.c.dL_dz[l]) else 0.0 for k in range(len(v))]})],
               "dL/da[k] = W[i,k] dL/dz[i] for one i", lambda e, l: e.sizes[l] > 1, {"wide": True, "layers": 2})
in_layers("weights not transposed", "Weights not transposed", "catalogue", "B7", "dL/da = W dL/dz", lambda w, l, v: times(w.step.W[l], w.c.dL_dz[l]), square,
          {"square": True, "layers": 2})
in_layers("weights left out", "Weights left out on the way back", "new", "B7", "dL/da[k] = sum_i dL/dz[i]", through_W(lambda W, i, k: 1.0), lambda e, l: True, {"layers": 2})
in_layers("raw errors", "Raw errors sent back", "new", "B7", "dL/da = W^T dL/da", lambda w, l, v: transposed_times(w.step.W[l], w.c.dL_da[l]),
          all_of(chain, lambda e, l: l > 1 and e.activation(l) != "identity"), {"layers": 2})
ways_in_layers("errors split", "Errors split in proportion to the weights", "new",
               [("of dL/dz", {"B7": lambda w, l, v: shares(w, l, w.c.dL_dz[l])}), ("of dL/da", {"B7": lambda w, l, v: shares(w, l, w.c.dL_da[l])})],
               "dL/da[k] = sum_i W[i,k] / (sum_m W[i,m]) dL/dz[i]", all_of(chain, wide_before), {"layers": 2, "wide": True})
in_layers("sign on the way back", None, "edit", "B7", "dL/da = -W^T dL/dz", lambda w, l, v: scaled(v, -1), lambda e, l: True, {"layers": 2})
in_layers("W^T dL/dz twice", None, "edit", "B7", "dL/da = 2 W^T dL/dz", lambda w, l, v: scaled(v, 2), lambda e, l: True, {"layers": 2})
in_layers("weights without sign", None, "edit", "B7", "dL/da = |W|^T dL/dz", through_W(lambda W, i, k: abs(W)), lambda e, l: True, {"layers": 2})
in_layers("weights squared", None, "edit", "B7", "dL/da[k] = sum_i W[i,k]^2 dL/dz[i]", through_W(lambda W, i, k: W * W), lambda e, l: True, {"layers": 2})
in_layers("mean over the units", None, "edit", "B7", "dL/da[k] = mean_i W[i,k] dL/dz[i]", lambda w, l, v: scaled(v, 1 / len(w.c.dL_dz[l])), wide,
          {"layers": 2, "wide": True})
in_layers("last unit left out", None, "edit", "B7", "dL/da[k] = sum without the last i",
          lambda w, l, v: [sum(w.step.W[l][i][k] * w.c.dL_dz[l][i] for i in range(len(w.c.dL_dz[l]) - 1)) for k in range(len(v))],
          lambda e, l: e.sizes[l] > 2, {"layers": 2, "wide": True})
in_layers("second unit subtracted", None, "edit", "B7", "dL/da[k] = W[0,k] dL/dz[0] - W[1,k] dL/dz[1]", through_W(lambda W, i, k: -W if i == 1 else W), wide,
          {"layers": 2, "wide": True})
in_layers("column of another unit", None, "edit", "B7", "dL/da[k] = sum_i W[i,k + 1] dL/dz[i]", lambda w, l, v: shifted(v), wide_before, {"layers": 2, "wide": True})
in_layers("gradient shifted on the way back", None, "edit", "B7", "dL/da[k] = sum_i W[i,k] dL/dz[i + 1]",
          lambda w, l, v: transposed_times(w.step.W[l], shifted(w.c.dL_dz[l])), wide, {"layers": 2, "wide": True})
in_layers("outputs on the way back", None, "edit", "B7", "dL/da = W^T a", lambda w, l, v: transposed_times(w.step.W[l], w.c.a[l]), lambda e, l: True, {"layers": 2})
in_layers("weight gradient on the way back", None, "edit", "B7", "dL/da[k] = sum_i dL/dW[i,k]", lambda w, l, v: [sum(row[k] for row in w.c.dL_dW[l]) for k in range(len(v))],
          lambda e, l: True, {"layers": 2})
in_layers("output as a factor on the way back", None, "edit", "B7", "dL/da[k] = a[k] sum_i W[i,k] dL/dz[i]", lambda w, l, v: [v[k] * w.c.a[l - 1][k] for k in range(len(v))],
          lambda e, l: l > 1, {"layers": 2})
in_layers("weights of another layer on the way back", None, "edit", "B7", "dL/da = W_m^T dL/dz_l", lambda w, l, v: transposed_times(w.step.W[twin(w.example, l)], w.c.dL_dz[l]),
          lambda e, l: twin(e, l) is not None, {"square": True, "layers": 2})
in_layers("old weights on the way back", None, "edit", "B7", "step 2: dL/da = W^T dL/dz with W of step 1",
          lambda w, l, v: v if w.previous is None else transposed_times(w.previous.W[l], w.c.dL_dz[l]), lambda e, l: True, {"layers": 2, "steps": 2})
