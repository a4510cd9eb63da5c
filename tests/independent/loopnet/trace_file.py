"""Writes the steps of an example as JSON Lines (docs/trace-format.md)."""

import json
import re

from step import backward, batch_biases, batch_loss, batch_weights, check, forward, moved

LARGEST_LISTED = 4096


def number(value):
    """The shortest decimal that reads back, in the form of the format."""
    sign, digits, exponent = decompose(value)
    if digits == "0":
        return "0"
    place = exponent + len(digits)  # the point stands so many digits from the left
    if -4 < place <= 17:
        if place <= 0:
            return sign + "0." + "0" * -place + digits
        if place >= len(digits):
            return sign + digits + "0" * (place - len(digits))
        return sign + digits[:place] + "." + digits[place:]
    fraction = "." + digits[1:] if len(digits) > 1 else ""
    power = place - 1
    return f"{sign}{digits[0]}{fraction}E{'-' if power < 0 else '+'}{abs(power):02}"


def decompose(value):
    whole, fraction, power = re.fullmatch(r"-?(\d+)(?:\.(\d+))?(?:e([+-]\d+))?", repr(float(value))).groups()
    digits = whole + (fraction or "")
    exponent = int(power or 0) - len(fraction or "")
    stripped = digits.rstrip("0")
    exponent += len(digits) - len(stripped)
    return ("-" if value < 0.0 else ""), stripped.lstrip("0") or "0", exponent


def nullable(value):
    return "null" if value is None else number(value)


def text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Writer:
    def __init__(self, example):
        self.example = example
        self.network = example.network
        self.rule = example.rule
        self.last = len(example.network.layers)
        self.n = example.network.sizes()
        self.lines = []
        self.header()

    def header(self):
        rule = self.rule
        loss = self.network.loss
        given = ',"gradient":"given"' if loss is None and self.example.goes_back else ""
        below = [getattr(layer.activation, "below", None) for layer in self.network.layers]
        slopes = "[" + ",".join(nullable(slope) for slope in below) + "]"
        self.lines.append(
            '{"format":"loopnet-trace/2"'
            + f',"example":{text(self.example.name)}'
            + f',"sizes":{text(self.n)}'
            + f',"activations":{text([layer.activation.name for layer in self.network.layers])}'
            + (f',"slopes":{slopes}' if any(slope is not None for slope in below) else "")
            + f',"loss":{text(loss and loss.name)}{given}'
            + f',"learningRate":{nullable(rule.rate)}'
            + f',"batch":{self.example.batch}'
            + f',"reduction":{text("mean" if rule.mean else "sum")}'
            + f',"updateBiases":{text(rule.update_biases)}'
            + f',"outputGradient":{text("shortcut" if rule.shortcut else "jacobian")}'
            + "}"
        )

    def close(self):
        self.lines.append('{"end":true,"records":%d}' % (len(self.lines) - 1))
        return "".join(line + "\n" for line in self.lines)

    def record(self, sample, phase, layer, equation, symbol, shape, formula, operands, values, note=None):
        check(values or [])
        listed = "null" if values is None else "[" + ",".join(number(value) for value in values) + "]"
        ending = "" if note is None else f',"note":{text(note)}'
        self.lines.append(
            f'{{"step":{self.step},"sample":{text(sample)},"phase":{text(phase)},"layer":{layer},"equation":{text(equation)}'
            + f',"symbol":{text(symbol)},"shape":{text(shape)},"formula":{text(formula)},"operands":{text(operands)},"values":{listed}{ending}}}'
        )

    def parameters(self):
        for l in range(1, self.last + 1):
            layer = self.network.layers[l - 1]
            self.record(None, "parameters", l, None, f"W{l}", [self.n[l], self.n[l - 1]], None, [], flat(layer.W))
            if layer.b is not None:
                self.record(None, "parameters", l, None, f"b{l}", [self.n[l]], None, [], layer.b)

    def forward(self, s, sample):
        self.record(s, "forward", 0, None, "x", [self.n[0]], None, [], sample.a[0])
        for l in range(1, self.last + 1):
            layer = self.network.layers[l - 1]
            before = output(l - 1)
            biases = [] if layer.b is None else [f"b{l}"]
            formula = " + ".join([f"z{l} = W{l} {before}"] + biases)
            self.record(s, "forward", l, "F1", f"z{l}", [self.n[l]], formula, [f"W{l}", before] + biases, sample.z[l])
            self.record(s, "forward", l, "F2", f"a{l}", [self.n[l]], f"a{l} = {layer.activation.name}(z{l})", [f"z{l}"], sample.a[l])

    def loss(self, s, sample):
        last = self.last
        loss = sample.saturated or self.network.loss
        operand = f"z{last}" if sample.saturated else f"a{last}"
        if loss.takes_target:
            self.record(s, "loss", last, None, "y", [self.n[last]], None, [], sample.y)
        self.record(s, "loss", last, "F3", "L", [], "L = " + loss.value_text.format(operand), with_target(operand, loss), [sample.L])

    def backward(self, s, sample):
        last = self.last
        loss = sample.saturated or self.network.loss
        if loss is None:
            self.record(s, "backward", last, None, f"dL/da{last}", [self.n[last]], None, [], sample.dL_da[last])
        elif not self.rule.shortcut:
            formula = f"dL/da{last} = " + loss.slope_text.format(f"a{last}")
            self.record(s, "backward", last, "B1", f"dL/da{last}", [self.n[last]], formula, with_target(f"a{last}", loss), sample.dL_da[last])
        for l in range(last, 0, -1):
            self.layer_backward(s, sample, l)

    def layer_backward(self, s, sample, l):
        layer = self.network.layers[l - 1]
        rows, columns = self.n[l], self.n[l - 1]
        before = output(l - 1)
        shortcut = l == self.last and self.rule.shortcut
        if not shortcut:
            operand = f"{layer.activation.reads}{l}"
            formula = f"da{l}/dz{l} = " + layer.activation.text.format(operand)
            self.record(s, "backward", l, "B2", f"da{l}/dz{l}", [rows, rows], formula, [operand], flat(sample.da_dz[l]))

        if shortcut or (l == self.last and sample.saturated):
            note = None if shortcut else "saturated: a - y"
            self.record(s, "backward", l, "B3s" if shortcut else "B3", f"dL/dz{l}", [rows], f"dL/dz{l} = a{l} - y", [f"a{l}", "y"], sample.dL_dz[l], note)
        else:
            formula = f"dL/dz{l} = (da{l}/dz{l})^T dL/da{l}"
            self.record(s, "backward", l, "B3", f"dL/dz{l}", [rows], formula, [f"da{l}/dz{l}", f"dL/da{l}"], sample.dL_dz[l])

        symbol = f"dz{l}/dW{l}"
        values, note = None, f"described, not listed: over {LARGEST_LISTED} numbers, all of them 0 or an element of {before}"
        if rows * rows * columns <= LARGEST_LISTED:
            values, note = weight_jacobian(rows, sample.a[l - 1]), None
        self.record(s, "backward", l, "B4", symbol, [rows, rows, columns], f"{symbol}[i,j,k] = [i = j] {before}[k]", [before], values, note)

        formula = f"dL/dW{l}[j,k] = sum_i dL/dz{l}[i] dz{l}/dW{l}[i,j,k] = dL/dz{l}[j] {before}[k]"
        self.record(s, "backward", l, "B5", f"dL/dW{l}", [rows, columns], formula, [f"dL/dz{l}", symbol, before], flat(sample.dL_dW[l]))
        if layer.b is not None:
            self.record(s, "backward", l, "B6", f"dL/db{l}", [rows], f"dL/db{l} = dL/dz{l}", [f"dL/dz{l}"], sample.dL_dz[l])
        self.record(s, "backward", l, "B7", f"dz{l}/d{before}", [rows, columns], f"dz{l}/d{before} = W{l}", [f"W{l}"], flat(layer.W))
        formula = f"dL/d{before} = W{l}^T dL/dz{l}"
        self.record(s, "backward", l - 1, "B7", f"dL/d{before}", [columns], formula, [f"W{l}", f"dL/dz{l}"], sample.dL_da[l - 1])

    def mean(self, samples):
        """M1 and M2; what they give is what the update reads."""
        word = "mean" if self.rule.mean else "sum"
        gradients = []
        if self.network.loss is not None:
            self.over_samples("M3", f"{word} L", "L", self.last, [], len(samples), batch_loss(samples, self.rule.mean))
        for l in range(1, self.last + 1):
            layer = self.network.layers[l - 1]
            weights = batch_weights(samples, l, self.rule.mean)
            biases = None
            self.over_samples("M1", f"{word} dL/dW{l}", f"dL/dW{l}", l, [self.n[l], self.n[l - 1]], len(samples), flat(weights))
            if layer.b is not None and self.rule.update_biases:
                biases = batch_biases(samples, l, self.rule.mean)
                self.over_samples("M2", f"{word} dL/db{l}", f"dL/db{l}", l, [self.n[l]], len(samples), biases)
            gradients.append((f"{word} ", weights, biases))
        return gradients

    def over_samples(self, equation, symbol, gradient, l, shape, count, values):
        added = f"sum_s {gradient}"
        formula = f"{symbol} = ({added}) / {count}" if self.rule.mean else f"{symbol} = {added}"
        self.record(None, "mean", l, equation, symbol, shape, formula, [gradient], values)

    def update(self, gradients):
        for l in range(1, self.last + 1):
            layer = self.network.layers[l - 1]
            word, dL_dW, dL_db = gradients[l - 1]
            W = [moved(layer.W[i], dL_dW[i], self.rule.rate) for i in range(self.n[l])]
            name = f"{word}dL/dW{l}"
            self.record(None, "update", l, "U1", f"W{l}'", [self.n[l], self.n[l - 1]], f"W{l}' = W{l} - eta {name}", [f"W{l}", name], flat(W))
            layer.W = W
            if layer.b is None:
                continue
            formula, operands, b = f"b{l}' = b{l}", [f"b{l}"], layer.b
            if self.rule.update_biases:
                name = f"{word}dL/db{l}"
                formula, operands, b = f"b{l}' = b{l} - eta {name}", [f"b{l}", name], moved(layer.b, dL_db, self.rule.rate)
            self.record(None, "update", l, "U2", f"b{l}'", [self.n[l]], formula, operands, b)
            layer.b = b

    def run(self):
        first = 0
        for self.step in range(1, self.example.steps + 1):
            chosen = self.example.samples[first:first + self.example.batch]
            first = (first + len(chosen)) % len(self.example.samples)
            self.parameters()
            samples = []
            for s, (x, y, given) in enumerate(chosen):
                samples.append(self.sample(s, forward(self.network, x, y, given)))
            if self.example.goes_back:
                gradients = self.mean(samples) if len(samples) > 1 else [("", samples[0].dL_dW[l], samples[0].dL_dz[l]) for l in range(1, self.last + 1)]
                if self.rule.rate is not None:
                    self.update(gradients)
        return self.close()

    def sample(self, s, sample):
        if self.example.goes_back:
            backward(self.network, sample, self.rule.shortcut)
        self.forward(s, sample)
        if self.network.loss is not None:
            self.loss(s, sample)
        if self.example.goes_back:
            self.backward(s, sample)
        return sample


def with_target(operand, loss):
    return [operand, "y"] if loss.takes_target else [operand]


def output(l):
    return "x" if l == 0 else f"a{l}"


def flat(rows):
    return [value for row in rows for value in row]


def weight_jacobian(rows, a):
    """B4: zeros, and a in the row of each unit's own weights."""
    values = []
    for i in range(rows):
        for j in range(rows):
            values += a if i == j else [0.0] * len(a)
    return values
