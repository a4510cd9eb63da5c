"""Mistakes of the forward pass: F1 and F2."""
import math

import functions
from places import (all_of, curved, has_bias, in_layers, is_, scaled, square, wide, wide_before)
from step import times, transposed_times


def plus_bias(w, l, z):
    b = w.step.b[l]
    return z if b is None else [z[i] + b[i] for i in range(len(z))]


def sums(w, l, a):
    return plus_bias(w, l, times(w.step.W[l], a))


def terms(w, l, weigh):
    """The weighted sum with each term multiplied by weigh(i, k)."""
    W, a = w.step.W[l], w.c.a[l - 1]
    return plus_bias(w, l, [sum(weigh(i, k) * W[i][k] * a[k] for k in range(len(a))) for i in range(len(W))])


def shifted(v, by=1):
    return [v[(i + by) % len(v)] for i in range(len(v))]


def same_size(e, l):
    """Another layer has as many units, and biases."""
    return any(m != l and e.sizes[m] == e.sizes[l] and has_bias(e, m) for m in range(1, e.L + 1))


def twin(e, l):
    """Another layer with a weight matrix of the same shape; None where there is none."""
    for m in list(range(l + 1, e.L + 1)) + list(range(1, l)):
        if e.sizes[m] == e.sizes[l] and e.sizes[m - 1] == e.sizes[l - 1]:
            return m
    return None


def other_bias(w, l):
    e = w.example
    m = next(m for m in list(range(1, l))[::-1] + list(range(l + 1, e.L + 1)) if e.sizes[m] == e.sizes[l] and has_bias(e, m))
    return w.step.b[m]


in_layers("bias forgotten", "Bias forgotten", "catalogue", "F1", "z = W a", lambda w, l, v: times(w.step.W[l], w.c.a[l - 1]), has_bias, {"bias": True})
in_layers("weights transposed", "Weights transposed in the forward pass", "new", "F1", "z = W^T a + b",
          lambda w, l, v: plus_bias(w, l, transposed_times(w.step.W[l], w.c.a[l - 1])), square, {"square": True})
in_layers("bias subtracted", None, "edit", "F1", "z = W a - b",
          lambda w, l, v: [v[i] - 2 * w.step.b[l][i] for i in range(len(v))], has_bias, {"bias": True})
in_layers("bias twice", None, "edit", "F1", "z = W a + 2 b",
          lambda w, l, v: [v[i] + w.step.b[l][i] for i in range(len(v))], has_bias, {"bias": True})
in_layers("bias of another unit", None, "edit", "F1", "z[i] = W a + b[i + 1]",
          lambda w, l, v: [v[i] - w.step.b[l][i] + shifted(w.step.b[l])[i] for i in range(len(v))], all_of(has_bias, wide), {"bias": True, "wide": True})
in_layers("bias of another layer", None, "edit", "F1", "z_l = W_l a + b_m",
          lambda w, l, v: [v[i] - w.step.b[l][i] + other_bias(w, l)[i] for i in range(len(v))], all_of(has_bias, same_size),
          {"bias": True, "square": True, "layers": 2})
in_layers("bias for each input", None, "edit", "F1", "z = sum_k (W[i,k] a[k] + b[i])",
          lambda w, l, v: [v[i] + (len(w.c.a[l - 1]) - 1) * w.step.b[l][i] for i in range(len(v))], all_of(has_bias, wide_before), {"bias": True, "wide": True})
in_layers("first term left out", None, "edit", "F1", "z = sum over k from 1, without input 0", lambda w, l, v: terms(w, l, lambda i, k: 0 if k == 0 else 1),
          wide_before, {"wide": True})
in_layers("last term left out", None, "edit", "F1", "z = sum without the last input",
          lambda w, l, v: terms(w, l, lambda i, k: 0 if k == len(w.c.a[l - 1]) - 1 else 1), wide_before, {"wide": True})
in_layers("term of the wrong sign", None, "edit", "F1", "z = ... - W[i,k] a[k] for the last k",
          lambda w, l, v: terms(w, l, lambda i, k: -1 if k == len(w.c.a[l - 1]) - 1 else 1), wide_before, {"wide": True})
in_layers("term twice", None, "edit", "F1", "z = ... + 2 W[i,0] a[0]", lambda w, l, v: terms(w, l, lambda i, k: 2 if k == 0 else 1), wide_before, {"wide": True})
in_layers("forward from x", None, "edit", "F1", "z_l = W_l x + b", lambda w, l, v: sums(w, l, w.c.x),
          lambda e, l: l > 1 and e.sizes[0] == e.sizes[l - 1], {"square": True, "layers": 2})
in_layers("forward from z", None, "edit", "F1", "z_l = W_l z_(l-1) + b", lambda w, l, v: sums(w, l, w.c.z[l - 1]),
          lambda e, l: l > 1 and e.activation(l - 1) != "identity", {"layers": 2})
in_layers("inputs shifted", None, "edit", "F1", "z[i] = sum_k W[i,k] a[k + 1] + b[i]", lambda w, l, v: sums(w, l, shifted(w.c.a[l - 1])),
          wide_before, {"wide": True})
in_layers("row of another unit", None, "edit", "F1", "z[i] = sum_k W[i + 1,k] a[k] + b[i]",
          lambda w, l, v: plus_bias(w, l, times(shifted(w.step.W[l]), w.c.a[l - 1])), wide, {"wide": True})
in_layers("weights of another layer", None, "edit", "F1", "z_l = W_m a + b_l",
          lambda w, l, v: plus_bias(w, l, times(w.step.W[twin(w.example, l)], w.c.a[l - 1])), lambda e, l: twin(e, l) is not None, {"square": True, "layers": 2})
in_layers("input of another sample", None, "edit", "F1", "z1 = W1 x + b1 with x of the next sample",
          lambda w, l, v: sums(w, l, w.step.samples[(w.c.index + 1) % len(w.step.samples)].x),
          lambda e, l: l == 1 and all(len(some) > 1 for some in e.batches()), {"several": True})
in_layers("weights of the step before", None, "edit", "F1", "step 2: z = W a + b with W of step 1 and b of step 2",
          lambda w, l, v: v if w.previous is None else plus_bias(w, l, times(w.previous.W[l], w.c.a[l - 1])), has_bias, {"steps": 2, "bias": True})


def biases_of_step_before(w, l, v):
    if w.previous is None:
        return v
    return [v[i] - w.step.b[l][i] + w.previous.b[l][i] for i in range(len(v))]


in_layers("old biases", "Biases of the step before", "new", "F1", "step 2: z = W a + b with b of step 1", biases_of_step_before,
          lambda e, l: has_bias(e, l) and e.update_biases, {"steps": 2, "bias": True, "update_biases": True})


# F2

def applied(function):
    return lambda w, l, v: [function(z) for z in w.c.z[l]]


in_layers("activation forgotten", "Activation forgotten", "new", "F2", "a = z", lambda w, l, v: list(w.c.z[l]), lambda e, l: e.activation(l) != "identity")
in_layers("sign in the exponent", "Sign in the exponent", "new", "F2", "a = 1 / (1 + e^z)", applied(lambda z: functions.sigmoid(-z)),
          is_("sigmoid"), {"output": ["sigmoid"], "loss": ["squared-error", "mean-squared-error", "binary-cross-entropy"]})
in_layers("sign in the exponent of softmax", "Sign in the exponent", "new", "F2", "a[i] = e^-z[i] / sum_j e^-z[j]",
          lambda w, l, v: functions.softmax(scaled(w.c.z[l], -1)), is_("softmax"), {"output": ["softmax"]})
in_layers("softmax without exp", "Softmax without exp", "catalogue", "F2", "a[i] = z[i] / sum_j z[j]",
          lambda w, l, v: [z / sum(w.c.z[l]) for z in w.c.z[l]], is_("softmax"), {"output": ["softmax"], "loss": ["squared-error", "mean-squared-error", "cross-entropy"]})
in_layers("softmax without denominator", "Softmax without its denominator", "new", "F2", "a[i] = e^z[i]",
          applied(math.exp), is_("softmax"), {"output": ["softmax"]})
in_layers("softmax over the largest", None, "edit", "F2", "a[i] = e^z[i] / max_j e^z[j]",
          lambda w, l, v: [math.exp(z - max(w.c.z[l])) for z in w.c.z[l]], is_("softmax"), {"output": ["softmax"]})
in_layers("tanh of half", None, "edit", "F2", "a = (e^z - 1) / (e^z + 1) for tanh", applied(lambda z: math.tanh(z / 2)), is_("tanh"), {"hidden": ["tanh"], "layers": 2})
in_layers("sigmoid without 1", None, "edit", "F2", "a = 1 / e^-z", applied(math.exp), is_("sigmoid"), {"hidden": ["sigmoid"], "layers": 2})
in_layers("sigmoid with minus", None, "edit", "F2", "a = 1 / (1 - e^-z)", applied(lambda z: 1 / (1 - math.exp(-z))), is_("sigmoid"), {"hidden": ["sigmoid"], "layers": 2})
in_layers("ReLU turned round", None, "edit", "F2", "a = min(0, z)", applied(lambda z: min(0.0, z)), is_("relu"), {"hidden": ["relu"], "layers": 2})
in_layers("ReLU as absolute value", None, "edit", "F2", "a = |z|", applied(abs), is_("relu"), {"hidden": ["relu"], "layers": 2})
in_layers("activation twice", None, "edit", "F2", "a = f(f(z))",
          lambda w, l, v: functions.outputs(w.example.activation(l), w.example.layer(l).slope, v), lambda e, l: e.activation(l) in ("sigmoid", "tanh"))
in_layers("output of another unit", None, "edit", "F2", "a[i] = f(z[i + 1])", lambda w, l, v: shifted(v), wide, {"wide": True})

OTHER = {"sigmoid": ["tanh", "relu"], "tanh": ["sigmoid", "relu"], "relu": ["sigmoid", "leaky-relu"], "identity": ["sigmoid", "relu"], "softmax": ["sigmoid"],
         "leaky-relu": ["relu"]}


def another_activation(which):
    def forward(w, l, v):
        return functions.outputs(OTHER[w.example.activation(l)][which], 0.01, w.c.z[l])

    def backward(w, l, v):
        return functions.jacobian(OTHER[w.example.activation(l)][which], 0.01, w.c.z[l], w.c.a[l])
    return forward, backward


def fits_other(which):
    return lambda e, l: len(OTHER[e.activation(l)]) > which


for WHICH in (0, 1):
    FORWARD, BACKWARD = another_activation(WHICH)
    in_layers(f"another activation {WHICH}, forward only", "Another activation taken", "new", "F2", "a = g(z)", FORWARD, fits_other(WHICH))

    def make_throughout(e_forward=FORWARD, e_backward=BACKWARD, which=WHICH):
        def make(w, l, v):
            return e_forward(w, l, v) if not isinstance(v[0], list) else e_backward(w, l, v)
        return make
    in_layers(f"another activation {WHICH}, forward and back", "Another activation taken", "new", ["F2", "B2"], "a = g(z), da/dz = g'(z)",
              make_throughout(), fits_other(WHICH))
