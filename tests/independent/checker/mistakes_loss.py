"""Mistakes of the loss and of its gradient: F3, B1 and the shortcut B3s."""
import math

import functions
from mistakes_forward import shifted
from places import at_output, scaled
from step import transposed_times

SQUARES = ["squared-error", "mean-squared-error", "sum-of-squares"]
LOGARITHMS = ["cross-entropy", "binary-cross-entropy"]


def constant(e):
    """What stands before sum (a - y)^2, and what before (a - y) in its gradient."""
    n = e.sizes[e.L]
    return {"squared-error": (0.5, 1.0), "mean-squared-error": (1.0 / n, 2.0 / n), "sum-of-squares": (1.0, 2.0)}[e.loss]


def squares(e):
    return e.loss in SQUARES


def cross(e):
    return e.loss == "cross-entropy"


def binary(e):
    return e.loss == "binary-cross-entropy"


def outputs_many(e):
    return e.sizes[e.L] > 1


def through(e):
    return not e.shortcut


def loss_only(change):
    """The loss alone: `change(e, a, y, z, L)`."""
    return lambda e: [("in L", [("F3", lambda w, l, v: change(w.example, w.c.a[l], w.c.y, w.c.z[l], v))])]


def gradient_only(change):
    """The gradient alone: `change(e, a, y, z, gradient)`."""
    return lambda e: [(f"in dL/da{e.L}", [("B1", lambda w, l, v: change(w.example, w.c.a[l], w.c.y, w.c.z[l], v))])]


def first_gradient(e):
    """The equation that the gradient of the loss begins with."""
    return "B3s" if e.shortcut else "B1"


def factor_variants(e, where):
    n = e.sizes[e.L]
    factors = {2.0, 0.5} | ({float(n), 1.0 / n} if n > 1 else set())
    return [(f"{where}, times {factor:.4g}", factor) for factor in sorted(factors)]


# F3

at_output("factor of the loss", "Wrong factor in the loss", "catalogue", ["F3"], "L = c loss(a, y)",
          lambda e: [(label, [("F3", lambda w, l, v, c=c: c * v)]) for label, c in factor_variants(e, "in L")]
          + [(label, [("F3", lambda w, l, v, c=c: c * v), (first_gradient(e), lambda w, l, v, c=c: scaled(v, c))])
             for label, c in factor_variants(e, "in L and its gradient")], lambda e: e.loss != "sum", also=["B1"])
at_output("mean over the outputs", "Mean over the outputs", "new", ["F3", "B1"], "L = 1/n loss(a, y)",
          lambda e: [("in L", [("F3", lambda w, l, v: v / len(w.c.a[l]))]),
                     ("in L and its gradient", [("F3", lambda w, l, v: v / len(w.c.a[l])), (first_gradient(e), lambda w, l, v: scaled(v, 1 / len(v)))])],
          lambda e: outputs_many(e) and e.loss not in ("mean-squared-error", "sum"), {"wide": True})
at_output("log10", "Log10 for ln", "catalogue", ["F3"], "L = -sum y log10 a", loss_only(lambda e, a, y, z, L: L / math.log(10)),
          lambda e: e.loss in LOGARITHMS, {"loss": LOGARITHMS})
at_output("log2", None, "edit", ["F3"], "L = -sum y log2 a", loss_only(lambda e, a, y, z, L: L / math.log(2)), lambda e: e.loss in LOGARITHMS, {"loss": LOGARITHMS})
at_output("loss of the wrong sign", "Loss of the wrong sign", "new", ["F3"], "L = sum y ln a", loss_only(lambda e, a, y, z, L: -L))


def one_sided(a, y):
    return -sum(y[i] * math.log(a[i]) for i in range(len(a)) if y[i] != 0)


at_output("second term left out", "Second term of the binary cross-entropy left out", "new", ["F3", "B1"], "L = -sum y ln a",
          lambda e: [("in L", [("F3", lambda w, l, v: one_sided(w.c.a[l], w.c.y))]),
                     ("in the gradient", [("B1", lambda w, l, v: functions.loss_gradient("cross-entropy", w.c.a[l], w.c.y))]),
                     ("in L and its gradient", [("F3", lambda w, l, v: one_sided(w.c.a[l], w.c.y)),
                                                ("B1", lambda w, l, v: functions.loss_gradient("cross-entropy", w.c.a[l], w.c.y))])],
          binary, {"loss": ["binary-cross-entropy"]})


def second_reversed(a, y):
    return 2 * one_sided(a, y) - functions.loss("binary-cross-entropy", a, y)


def second_reversed_gradient(a, y):
    first = functions.loss_gradient("cross-entropy", a, y)
    whole = functions.loss_gradient("binary-cross-entropy", a, y)
    return [2 * first[i] - whole[i] for i in range(len(a))]


at_output("second term of the wrong sign", "Second term of the binary cross-entropy with the wrong sign", "new", ["F3", "B1"],
          "L = -sum [y ln a - (1 - y) ln(1 - a)]",
          lambda e: [("in L", [("F3", lambda w, l, v: second_reversed(w.c.a[l], w.c.y))]),
                     ("in the gradient", [("B1", lambda w, l, v: second_reversed_gradient(w.c.a[l], w.c.y))]),
                     ("in L and its gradient", [("F3", lambda w, l, v: second_reversed(w.c.a[l], w.c.y)),
                                                ("B1", lambda w, l, v: second_reversed_gradient(w.c.a[l], w.c.y))])],
          binary, {"loss": ["binary-cross-entropy"]})
at_output("error for the loss", "Error taken for the loss", "new", ["F3"], "L = sum (a - y)",
          lambda e: [("without the square", [("F3", lambda w, l, v: sum(w.c.a[l][i] - w.c.y[i] for i in range(len(w.c.y))))]),
                     ("of absolute errors", [("F3", lambda w, l, v: sum(abs(w.c.a[l][i] - w.c.y[i]) for i in range(len(w.c.y))))])],
          squares, {"loss": SQUARES[:2]})
at_output("half the errors", None, "edit", ["F3"], "L = c sum (a - y), with the c of the loss",
          loss_only(lambda e, a, y, z, L: constant(e)[0] * sum(a[i] - y[i] for i in range(len(a)))), squares, {"loss": SQUARES[:2]})
at_output("loss of one output", None, "edit", ["F3"], "L = loss of output 0 alone",
          loss_only(lambda e, a, y, z, L: constant(e)[0] * (a[0] - y[0]) ** 2 if squares(e) else functions.loss(e.loss, a[:1], y[:1])),
          lambda e: outputs_many(e) and e.loss != "sum", {"wide": True})
at_output("root of the loss", None, "edit", ["F3"], "L = sqrt(sum (a - y)^2)",
          loss_only(lambda e, a, y, z, L: math.sqrt(sum((a[i] - y[i]) ** 2 for i in range(len(a))))), squares, {"loss": SQUARES[:2]})
at_output("sum in the loss", None, "edit", ["F3"], "L = c sum (a + y)^2",
          loss_only(lambda e, a, y, z, L: constant(e)[0] * sum((a[i] + y[i]) ** 2 for i in range(len(a)))), squares, {"loss": SQUARES[:2]})
at_output("square of the sum", None, "edit", ["F3"], "L = c (sum (a - y))^2",
          loss_only(lambda e, a, y, z, L: constant(e)[0] * sum(a[i] - y[i] for i in range(len(a))) ** 2), lambda e: squares(e) and outputs_many(e),
          {"loss": SQUARES[:2], "wide": True})
at_output("roles exchanged", None, "edit", ["F3"], "L = -sum a ln y",
          loss_only(lambda e, a, y, z, L: -sum(a[i] * math.log(y[i]) for i in range(len(a)))), lambda e: cross(e), {"loss": ["cross-entropy"]})
at_output("log of 1 - a", None, "edit", ["F3"], "L = -sum y ln(1 - a)",
          loss_only(lambda e, a, y, z, L: -sum(y[i] * math.log(1 - a[i]) for i in range(len(a)) if y[i] != 0)), cross, {"loss": ["cross-entropy"]})
at_output("log of every output", None, "edit", ["F3"], "L = -sum ln a", loss_only(lambda e, a, y, z, L: -sum(math.log(p) for p in a)), cross, {"loss": ["cross-entropy"]})
at_output("z in the loss", None, "edit", ["F3"], "L = c sum (z - y)^2",
          loss_only(lambda e, a, y, z, L: constant(e)[0] * sum((z[i] - y[i]) ** 2 for i in range(len(a)))),
          lambda e: squares(e) and e.activation(e.L) != "identity", {"loss": SQUARES[:2]})
at_output("target of another output in L", None, "edit", ["F3"], "L = loss(a[i], y[i + 1])",
          loss_only(lambda e, a, y, z, L: functions.loss(e.loss, a, shifted(y))), lambda e: outputs_many(e) and e.loss != "sum", {"wide": True})

# B1

at_output("sign of the error", "Sign of the error reversed", "catalogue", ["B1", "B3s"], "dL/da = y - a",
          lambda e: [(f"in dL/da{e.L}", [(first_gradient(e), lambda w, l, v: scaled(v, -1))])])
at_output("factor of the gradient", "Wrong factor in the gradient of the loss", "catalogue", ["B1", "B3s"], "dL/da = c loss'(a, y)",
          lambda e: [(label, [(first_gradient(e), lambda w, l, v, c=c: scaled(v, c))]) for label, c in factor_variants(e, "in the gradient")])
at_output("sum for the error", None, "edit", ["B1"], "dL/da = a + y",
          gradient_only(lambda e, a, y, z, g: [constant(e)[1] * (a[i] + y[i]) for i in range(len(a))]), lambda e: squares(e), {"loss": SQUARES[:2]})
at_output("target left out", None, "edit", ["B1"], "dL/da = a", gradient_only(lambda e, a, y, z, g: [constant(e)[1] * p for p in a]), squares, {"loss": SQUARES[:2]})
at_output("absolute error", None, "edit", ["B1"], "dL/da = |a - y|", gradient_only(lambda e, a, y, z, g: [abs(p) for p in g]), squares, {"loss": SQUARES[:2]})
at_output("squared error sent back", None, "edit", ["B1"], "dL/da = (a - y)^2",
          gradient_only(lambda e, a, y, z, g: [constant(e)[1] * (a[i] - y[i]) ** 2 for i in range(len(a))]), squares, {"loss": SQUARES[:2]})
at_output("z in the error", None, "edit", ["B1"], "dL/da = z - y",
          gradient_only(lambda e, a, y, z, g: [constant(e)[1] * (z[i] - y[i]) for i in range(len(a))]),
          lambda e: squares(e) and e.activation(e.L) != "identity", {"loss": SQUARES[:2]})
at_output("target of another output", None, "edit", ["B1", "B3s"], "dL/da[i] = loss'(a[i], y[i + 1])",
          lambda e: [("in the gradient", [("B1", lambda w, l, v: functions.loss_gradient(w.example.loss, w.c.a[l], shifted(w.c.y))),
                                          ("B3s", lambda w, l, v: [w.c.a[l][i] - shifted(w.c.y)[i] for i in range(len(v))])])],
          lambda e: outputs_many(e) and e.loss != "sum", {"wide": True})
at_output("times a for by a", None, "edit", ["B1"], "dL/da = -y a", gradient_only(lambda e, a, y, z, g: [-y[i] * a[i] for i in range(len(a))]),
          lambda e: cross(e) and through(e), {"loss": ["cross-entropy"], "shortcut": False})
at_output("targets left out", None, "edit", ["B1"], "dL/da = -1 / a", gradient_only(lambda e, a, y, z, g: [-1 / p for p in a]),
          lambda e: cross(e) and through(e), {"loss": ["cross-entropy"], "shortcut": False})
at_output("logarithm in the gradient", None, "edit", ["B1"], "dL/da = -y ln a", gradient_only(lambda e, a, y, z, g: [-y[i] * math.log(a[i]) for i in range(len(a))]),
          lambda e: cross(e) and through(e), {"loss": ["cross-entropy"], "shortcut": False})
at_output("1 - a in the gradient", None, "edit", ["B1"], "dL/da = -y / (1 - a)", gradient_only(lambda e, a, y, z, g: [-y[i] / (1 - a[i]) for i in range(len(a))]),
          lambda e: cross(e) and through(e), {"loss": ["cross-entropy"], "shortcut": False})
at_output("1 + a in the gradient", None, "edit", ["B1"], "dL/da = -y / a + (1 - y) / (1 + a)",
          gradient_only(lambda e, a, y, z, g: [-y[i] / a[i] + (1 - y[i]) / (1 + a[i]) for i in range(len(a))]), binary, {"loss": ["binary-cross-entropy"]})
at_output("loss sent back", None, "edit", ["B1", "B3s"], "dL/da = L",
          lambda e: [("in the gradient", [(first_gradient(e), lambda w, l, v: [w.c.L] * len(v))])], lambda e: e.loss != "sum")


def error_times_jacobian(w, l, v):
    return transposed_times(w.c.da_dz[l], [w.c.a[l][i] - w.c.y[i] for i in range(len(w.c.y))])


at_output("derivative after the shortcut", "Derivative kept after the shortcut", "catalogue", ["B3", "B3s", "B1"], "dL/dz = (da/dz)^T (a - y)",
          lambda e: [("in dL/dz", [("B3s" if e.shortcut else "B3", error_times_jacobian)])]
          + ([] if e.shortcut else [("in dL/da", [("B1", lambda w, l, v: [w.c.a[l][i] - w.c.y[i] for i in range(len(v))])])]),
          lambda e: (cross(e) and e.activation(e.L) == "softmax") or binary(e), {"loss": LOGARITHMS, "output": ["softmax", "sigmoid"]})
