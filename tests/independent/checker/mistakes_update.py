"""Mistakes of the batch and of the update: M1, M2, U1 and U2; and numbers in the wrong place."""
from places import add, added, Change, has_bias, scaled, several, several_layers, square, Variant
from step import both, each, outer

WEIGHTS, BIASES = "1", "2"


def moved_biases(e, l):
    return has_bias(e, l) and e.update_biases


def two_sided(key, title, since, letter, wrong, weights, biases, fits=lambda e: True, needs=None, sets=None):
    """A mistake in M1 and M2, or in U1 and U2: in both, in the weights only, or in the biases only."""

    def variants(e):
        if not fits(e):
            return []
        result = []
        layers = list(range(1, e.L + 1))
        moved = [l for l in layers if moved_biases(e, l)]
        for where, some in (sets or several_layers)(layers, e.L):
            some = set(some)
            if weights is not None:
                with_biases = [Change(letter + BIASES, biases, some)] if biases is not None and moved else []
                result.append(Variant(f"{where}", [Change(letter + WEIGHTS, weights, some)] + with_biases, some))
                if with_biases:
                    result.append(Variant(f"weights only, {where}", [Change(letter + WEIGHTS, weights, some)], some))
            if biases is not None and some & set(moved):
                result.append(Variant(f"biases only, {where}", [Change(letter + BIASES, biases, some)], some & set(moved)))
        return result

    equations = {letter + side for side, make in ((WEIGHTS, weights), (BIASES, biases)) if make is not None}
    add(key, title, since, equations, wrong, needs or {}, variants)


def throughout(layers, L):
    """Batch mistakes are made in every layer alike."""
    return [("in every layer", layers)]


# M1 and M2

SEVERAL_MEAN = {"several": True, "reduction": "mean"}
SEVERAL_SUM = {"several": True, "reduction": "sum"}


def size(w):
    return len(w.step.samples)


def batch(key, title, since, wrong, make, fits=several, needs=None, sets=throughout):
    """`make(w, l, value, tensors)`, with the gradients of the samples."""
    two_sided(key, title, since, "M", wrong, lambda w, l, v: make(w, l, v, [c.dL_dW[l] for c in w.step.samples]),
              lambda w, l, v: make(w, l, v, [c.dL_db[l] for c in w.step.samples]), fits, needs or {"several": True}, sets)


def mean_of(e):
    return several(e) and e.reduction == "mean"


def sum_of(e):
    return several(e) and e.reduction == "sum"


def total(tensors):
    result = tensors[0]
    for tensor in tensors[1:]:
        result = added(result, tensor)
    return result


batch("mean for the sum", "Batch mean in place of the sum", "catalogue", "(sum_s dL/dW) / m", lambda w, l, v, g: scaled(v, 1 / size(w)), sum_of, SEVERAL_SUM)
batch("sum for the mean", "Batch sum in place of the mean", "catalogue", "sum_s dL/dW", lambda w, l, v, g: scaled(v, size(w)), mean_of, SEVERAL_MEAN)
batch("divided twice", "Divided by the batch size twice", "catalogue", "(sum_s dL/dW) / m^2", lambda w, l, v, g: scaled(v, 1 / size(w)), mean_of, SEVERAL_MEAN)
batch("first sample only", "Only one sample of the batch counted", "new", "dL/dW of sample 0", lambda w, l, v, g: each(g[0], lambda p: p))
batch("last sample only", "Only one sample of the batch counted", "new", "dL/dW of the last sample", lambda w, l, v, g: each(g[-1], lambda p: p))
batch("one sample, divided", "Only one sample of the batch counted", "new", "1/m dL/dW of the last sample", lambda w, l, v, g: scaled(g[-1], 1 / size(w)), mean_of, SEVERAL_MEAN)


def product_of_means(w, l, v):
    n = size(w)
    d = scaled(total([c.dL_dz[l] for c in w.step.samples]), 1 / n)
    a = scaled(total([c.a[l - 1] for c in w.step.samples]), 1 / n)
    return outer(d, a)


two_sided("product of the means", "Product of the means", "new", "M", "mean dL/dW = (mean dL/dz) (mean a)^T", product_of_means, None, mean_of, SEVERAL_MEAN)
batch("divided by m - 1", None, "edit", "(sum_s dL/dW) / (m - 1)", lambda w, l, v, g: scaled(v, size(w) / (size(w) - 1)) if size(w) > 1 else v,
      lambda e: mean_of(e) and min(len(some) for some in e.batches()) > 1, SEVERAL_MEAN, several_layers)
batch("divided by m + 1", None, "edit", "(sum_s dL/dW) / (m + 1)", lambda w, l, v, g: scaled(v, size(w) / (size(w) + 1)), mean_of, SEVERAL_MEAN, several_layers)
batch("sign of the mean", None, "edit", "-(sum_s dL/dW) / m", lambda w, l, v, g: scaled(v, -1), several, None, several_layers)
batch("sample subtracted", None, "edit", "the last sample subtracted",
      lambda w, l, v, g: both(v, g[-1], lambda p, q: p - 2 * q / (size(w) if w.example.reduction == "mean" else 1)))
batch("sample counted twice", None, "edit", "sample 0 counted twice",
      lambda w, l, v, g: both(v, g[0], lambda p, q: p + q / (size(w) if w.example.reduction == "mean" else 1)))
batch("sample left out", None, "edit", "the last sample left out",
      lambda w, l, v, g: both(v, g[-1], lambda p, q: p - q / (size(w) if w.example.reduction == "mean" else 1)),
      lambda e: several(e) and min(len(some) for some in e.batches()) > 2)

# U1 and U2


def parameter(w, l, v):
    """The parameter before the update that belongs to the new one `v`, and its gradient."""
    if isinstance(v[0], list):
        return w.step.W[l], w.step.batch_W[l]
    return w.step.b[l], w.step.batch_b[l]


def update(key, title, since, wrong, make, fits=lambda e: True, needs=None, sets=None):
    """`make(p, g, eta)`, number by number."""

    def changed(w, l, v):
        p, g = parameter(w, l, v)
        return both(p, g, lambda p, g: make(p, g, w.example.eta))

    two_sided(key, title, since, "U", wrong, changed, changed, fits, needs, sets)


def some_layers(layers, L):
    """Fewer than all layers: each alone, and all but the last, and all but the first."""
    if L == 1:
        return []
    sets = [(f"not in layer {l}", [l]) for l in layers]
    return sets + ([("in the last layer only", layers[:-1]), ("in the first layer only", layers[1:])] if L > 2 else [])


update("learning rate twice", "Learning rate applied twice", "catalogue", "W' = W - eta eta dL/dW", lambda p, g, eta: p - eta * eta * g)
update("learning rate left out", "Learning rate left out", "catalogue", "W' = W - dL/dW", lambda p, g, eta: p - g)
update("update added", "Update added", "catalogue", "W' = W + eta dL/dW", lambda p, g, eta: p + eta * g)


def still(w, l, v):
    return each(parameter(w, l, v)[0], lambda p: p)


two_sided("biases not updated", "Biases not updated", "catalogue", "U", "b' = b", None, still, lambda e: e.update_biases, {"bias": True, "update_biases": True})


def only_some(e):
    result = []
    for where, some in some_layers(list(range(1, e.L + 1)), e.L):
        some = set(some)
        result.append(Variant(where, [Change("U1", still, some), Change("U2", still, some)], some))
    return result


add("only some layers", "Only some layers updated", "new", {"U1", "U2"}, "W_l' = W_l for some l", {"layers": 2}, only_some)


def biases_moved(w, l, v):
    return both(w.step.b[l], w.step.batch_b[l], lambda p, g: p - w.example.eta * g)


def updated_biases(e):
    layers = [l for l in range(1, e.L + 1) if has_bias(e, l)]
    return [] if e.update_biases else [Variant(where, [Change("U2", biases_moved, set(some))], set(some)) for where, some in several_layers(layers, e.L)]


add("biases updated", "Biases updated", "catalogue", {"U2"}, "b' = b - eta dL/db", {"bias": True, "update_biases": False}, updated_biases)


def before(w, l, v):
    """The gradients of the steps before, oldest first."""
    return [step.batch_W[l] if isinstance(v[0], list) else step.batch_b[l] for step in w.steps]


def weighted_before(mu):
    def make(w, l, v):
        result = v
        earlier = before(w, l, v)
        for age, gradient in enumerate(reversed(earlier), start=1):
            result = both(result, gradient, lambda p, g, age=age: p - w.example.eta * mu ** age * g)
        return result
    return make


def added_before(w, l, v):
    """The gradient of the step before, with all that it has in it already."""
    if w.previous is None:
        return v
    return added(v, before(w, l, v)[-1])


def alone(make):
    """The change, only where a step has one sample: there the sample's gradient is that of the step."""
    return lambda w, l, v: make(w, l, v) if len(w.example.batches()[w.t - 1]) == 1 else v


def moved_or_none(make):
    return lambda w, l, v: make(w, l, v) if w.example.update_biases else v


def not_reset(e):
    return [Variant("in the gradients", [Change("B5", alone(added_before)), Change("B6", alone(added_before)), Change("M1", added_before), Change("M2", added_before)],
                    set(range(1, e.L + 1))),
            Variant("in the update", [Change("U1", weighted_before(1.0)), Change("U2", moved_or_none(weighted_before(1.0)))], set(range(1, e.L + 1)))]


add("not reset", "Gradient of the previous step not reset", "catalogue", {"U1", "U2", "B5", "B6", "M1", "M2"}, "step 2: W'' = W' - eta (dL/dW of step 1 + dL/dW)",
    {"steps": 2}, not_reset)


def momentum(e):
    result = []
    for mu in (0.9, 0.5):
        result.append(Variant(f"momentum {mu}", [Change("U1", weighted_before(mu)), Change("U2", moved_or_none(weighted_before(mu)))], set(range(1, e.L + 1))))
    return result


def decay(e):
    result = []
    for factor in (0.1, 0.01):
        def make(w, l, v, factor=factor):
            return both(v, w.step.W[l], lambda p, q: p - w.example.eta * factor * q)
        result.append(Variant(f"weight decay {factor}", [Change("U1", make)], set(range(1, e.L + 1))))
    return result


MOMENTUM = "Momentum or weight decay added"
add("momentum", MOMENTUM, "new", {"U1", "U2"}, "W' = W - eta (dL/dW + mu dL/dW of the step before)", {"steps": 2}, momentum)
add("weight decay", MOMENTUM, "new", {"U1"}, "W' = W - eta (dL/dW + lambda W)", {}, decay)


def end_of_samples(w, l, v):
    return w.step.W_end[l] if isinstance(v[0], list) else w.step.b_end[l]


def each_sample(e):
    if not several(e):
        return []
    return [Variant("after every sample", [Change("each sample", None), Change("U1", end_of_samples), Change("U2", end_of_samples)], set(range(1, e.L + 1)))]


add("after every sample", "Updated after every sample", "new", {"F1", "U1", "U2"}, "sample 1: z = W' x + b'", {"several": True}, each_sample)


def first_parameters(e):
    if e.steps < 2:
        return []
    every = set(range(1, e.L + 1))

    def weights(w, l, v):
        return v if w.previous is None else w.steps[0].W[l]

    def biases(w, l, v):
        return v if w.previous is None else w.steps[0].b[l]

    return [Variant("throughout", [Change("W", weights), Change("b", biases)], every)]


add("parameters of step 1", "Parameters of step 1 used in step 2", "catalogue", {"F1", "B7", "U1", "U2"}, "step 2: z1 = W1 x + b1", {"steps": 2}, first_parameters)


def neighbours(e):
    result = []
    symbols = ["L", f"a{e.L}", f"z{e.L}", f"dL/dz{e.L}", f"dL/dW{e.L}", "a1", "z1"]

    def copied(symbol, from_step, from_sample, to_step, to_sample):
        def make(w, l, v):
            target, source = f"{to_step}/{to_sample}/{symbol}", f"{from_step}/{from_sample}/{symbol}"
            if target in w.store and source in w.store:
                w.store[target] = w.store[source]
            return v
        return make

    for symbol in symbols:
        layer = {int(symbol[-1])} if symbol[-1].isdigit() else {e.L}
        for t in range(2, e.steps + 1):
            result.append(Variant(f"{symbol} of the step before", [Change("sheet", copied(symbol, t - 1, 0, t, 0))], layer))
            result.append(Variant(f"{symbol} of the step after", [Change("sheet", copied(symbol, t, 0, t - 1, 0))], layer))
        if several(e):
            result.append(Variant(f"{symbol} of the next sample", [Change("sheet", copied(symbol, 1, 1, 1, 0))], layer))
            result.append(Variant(f"{symbol} of the sample before", [Change("sheet", copied(symbol, 1, 0, 1, 1))], layer))
    return result


add("neighbour", "Number of another step or sample", "catalogue", {"all"}, "the number of the same name, one step or one sample away", {"steps": 2}, neighbours)

update("W left out", None, "edit", "W' = -eta dL/dW", lambda p, g, eta: -eta * g)
update("learning rate doubled", None, "edit", "W' = W - 2 eta dL/dW", lambda p, g, eta: p - 2 * eta * g)
update("learning rate halved", None, "edit", "W' = W - eta/2 dL/dW", lambda p, g, eta: p - eta / 2 * g)
update("divided by eta", None, "edit", "W' = W - dL/dW / eta", lambda p, g, eta: p - g / eta, lambda e: e.eta >= 0.1)
update("gradient without sign", None, "edit", "W' = W - eta |dL/dW|", lambda p, g, eta: p - eta * abs(g))
update("parameter as a factor", None, "edit", "W' = W - eta W dL/dW", lambda p, g, eta: p - eta * p * g)
update("eta subtracted", None, "edit", "W' = W - eta - dL/dW", lambda p, g, eta: p - eta - g)
update("parameter times 1 - eta", None, "edit", "W' = (1 - eta) W - eta dL/dW", lambda p, g, eta: (1 - eta) * p - eta * g)
update("gradient squared", None, "edit", "W' = W - eta dL/dW^2", lambda p, g, eta: p - eta * g * g)
update("gradient minus parameter", None, "edit", "W' = eta dL/dW - W", lambda p, g, eta: eta * g - p)


def transposed_update(w, l, v):
    g, W = w.step.batch_W[l], w.step.W[l]
    return [[W[i][k] - w.example.eta * g[k][i] for k in range(len(W))] for i in range(len(W))]


def transposed_variants(e):
    layers = [l for l in range(1, e.L + 1) if square(e, l)]
    return [Variant(where, [Change("U1", transposed_update, set(some))], set(some)) for where, some in several_layers(layers, e.L)]


add("gradient transposed in the update", None, "edit", {"U1"}, "W'[i,k] = W[i,k] - eta dL/dW[k,i]", {"square": True}, transposed_variants)


def old_start(e):
    def make(w, l, v):
        if w.previous is None:
            return v
        p, g = parameter(w, l, v)
        first = w.steps[0].W[l] if isinstance(v[0], list) else w.steps[0].b[l]
        return both(first, g, lambda p, g: p - w.example.eta * g)
    return [Variant("in step 2", [Change("U1", make), Change("U2", moved_or_none(make))], set(range(1, e.L + 1)))] if e.steps > 1 else []


add("update from the first parameters", None, "edit", {"U1", "U2"}, "step 2: W'' = W - eta dL/dW, with W of step 1", {"steps": 2}, old_start)
