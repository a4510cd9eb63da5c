"""Activations and losses: value, derivative, and how a trace writes both (docs/math.md, chapters 4 and 5; docs/trace-format.md, Formulas and operands)."""

from nearest import exp, ln, tanh

THRESHOLD = 2.0 ** -900
SMALLEST_DIVISOR = 2.0 ** -1022


class Elementwise:
    """An activation of each unit alone: its Jacobian is diagonal."""

    def values(self, z):
        return [self.value(number) for number in z]

    def jacobian(self, z, a):
        n = len(z)
        return [[self.slope(z[i], a[i]) if i == j else 0.0 for j in range(n)] for i in range(n)]


class Sigmoid(Elementwise):
    name = "sigmoid"
    reads = "a"
    text = "diag({0} (1 - {0}))"

    def value(self, z):
        if z >= 0.0:
            return 1.0 / (1.0 + exp(-z))
        e = exp(z)
        return e / (1.0 + e)

    def slope(self, z, a):
        return a * (1.0 - a)


class Relu(Elementwise):
    name = "relu"
    reads = "z"
    text = "diag(1 where {0} > 0, else 0)"

    def value(self, z):
        return z if z > 0.0 else 0.0

    def slope(self, z, a):
        return 1.0 if z > 0.0 else 0.0


class LeakyRelu(Elementwise):
    name = "leaky-relu"
    reads = "z"
    text = "diag(1 where {0} > 0, else slope)"

    def __init__(self, below=0.01):
        self.below = below

    def value(self, z):
        # 0.0 is added, for slope z may be -0.0.
        return z if z > 0.0 else 0.0 + self.below * z

    def slope(self, z, a):
        return 1.0 if z > 0.0 else self.below


class Tanh(Elementwise):
    name = "tanh"
    reads = "a"
    text = "diag(1 - {0}^2)"

    def value(self, z):
        return tanh(z)

    def slope(self, z, a):
        return 1.0 - a * a


class Identity(Elementwise):
    name = "identity"
    reads = "z"
    text = "diag(1)"

    def value(self, z):
        return z

    def slope(self, z, a):
        return 1.0


class Softmax:
    name = "softmax"
    reads = "a"
    text = "diag({0}) - {0} {0}^T"

    def values(self, z):
        largest = max(z)
        exponentials = [exp(number - largest) for number in z]
        total = 0.0
        for number in exponentials:
            total += number
        return [number / total for number in exponentials]

    def jacobian(self, z, a):
        n = len(a)
        return [[a[i] * (1.0 - a[i]) if i == j else 0.0 - a[i] * a[j] for j in range(n)] for i in range(n)]


class SquaredError:
    name = "squared-error"
    takes_target = True
    value_text = "1/2 sum ({0} - y)^2"
    slope_text = "{0} - y"

    def value(self, a, y):
        total = 0.0
        for i in range(len(y)):
            error = a[i] - y[i]
            total += error * error
        return 0.5 * total

    def gradient(self, a, y):
        return [a[i] - y[i] for i in range(len(y))]

    def saturated(self, activation, a, y):
        return None


class MeanSquaredError(SquaredError):
    name = "mean-squared-error"
    value_text = "1/n sum ({0} - y)^2"
    slope_text = "2 ({0} - y) / n"

    def value(self, a, y):
        total = 0.0
        for i in range(len(y)):
            error = a[i] - y[i]
            total += error * error
        return total / len(y)

    def gradient(self, a, y):
        return [0.0 + 2.0 * (a[i] - y[i]) / len(y) for i in range(len(y))]


class SumOfSquares(SquaredError):
    name = "sum-of-squares"
    value_text = "sum ({0} - y)^2"
    slope_text = "2 ({0} - y)"

    def value(self, a, y):
        total = 0.0
        for i in range(len(y)):
            error = a[i] - y[i]
            total += error * error
        return total

    def gradient(self, a, y):
        return [2.0 * (a[i] - y[i]) for i in range(len(y))]


class SumOfOutputs:
    name = "sum"
    takes_target = False
    value_text = "sum {0}"
    slope_text = "1"

    def value(self, a, y):
        total = 0.0
        for output in a:
            total += output
        return total

    def gradient(self, a, y):
        return [1.0 for _ in a]

    def saturated(self, activation, a, y):
        return None


class CrossEntropy:
    name = "cross-entropy"
    takes_target = True
    value_text = "-sum y ln {0}"
    slope_text = "-y / {0}"

    def value(self, a, y):
        total = 0.0
        for i in range(len(y)):
            if y[i] != 0.0:
                total += y[i] * ln(a[i])
        return 0.0 - total

    def gradient(self, a, y):
        return [-y[i] / a[i] if y[i] != 0.0 else 0.0 for i in range(len(y))]

    def saturated(self, activation, a, y):
        if activation.name != "softmax":
            return None
        gone = any(y[i] != 0.0 and a[i] < THRESHOLD for i in range(len(y)))
        return SaturatedCrossEntropy() if gone else None


class SaturatedCrossEntropy:
    takes_target = True
    value_text = "sum y (ln sum exp({0} - max) + max - {0})"
    slope_text = "-y / max({0}, 2^-1022)"

    def value(self, z, y):
        largest = max(z)
        total = 0.0
        for number in z:
            total += exp(number - largest)
        logarithm = ln(total)
        loss = 0.0
        for i in range(len(y)):
            if y[i] != 0.0:
                loss += y[i] * (logarithm + largest - z[i])
        return loss

    def gradient(self, a, y):
        return [-y[i] / max(a[i], SMALLEST_DIVISOR) if y[i] != 0.0 else 0.0 for i in range(len(y))]


class BinaryCrossEntropy:
    name = "binary-cross-entropy"
    takes_target = True
    value_text = "-sum [y ln {0} + (1-y) ln(1-{0})]"
    slope_text = "-y / {0} + (1-y) / (1-{0})"

    def value(self, a, y):
        total = 0.0
        for i in range(len(y)):
            if y[i] != 0.0:
                total += y[i] * ln(a[i])
            if y[i] != 1.0:
                total += (1.0 - y[i]) * ln(1.0 - a[i])
        return 0.0 - total

    def gradient(self, a, y):
        return self.slopes(a, y, 0.0)

    def slopes(self, a, y, smallest):
        gradient = []
        for i in range(len(y)):
            slope = 0.0
            if y[i] != 0.0:
                slope -= y[i] / max(a[i], smallest)
            if y[i] != 1.0:
                slope += (1.0 - y[i]) / max(1.0 - a[i], smallest)
            gradient.append(slope)
        return gradient

    def saturated(self, activation, a, y):
        for i in range(len(y)):
            if (y[i] != 0.0 and a[i] < THRESHOLD) or (y[i] != 1.0 and 1.0 - a[i] == 0.0):
                return SaturatedBinaryCrossEntropy()
        return None


class SaturatedBinaryCrossEntropy(BinaryCrossEntropy):
    value_text = "sum [max({0}, 0) - y {0} + ln(1 + exp(-|{0}|))]"
    slope_text = "-y / max({0}, 2^-1022) + (1-y) / max(1-{0}, 2^-1022)"

    def value(self, z, y):
        loss = 0.0
        for i in range(len(y)):
            loss += max(z[i], 0.0) - y[i] * z[i] + ln(1.0 + exp(-abs(z[i])))
        return loss

    def gradient(self, a, y):
        return self.slopes(a, y, SMALLEST_DIVISOR)


ACTIVATIONS = {kind.name: kind() for kind in (Sigmoid, Relu, LeakyRelu, Tanh, Identity, Softmax)}
LOSSES = {kind.name: kind() for kind in (SquaredError, MeanSquaredError, SumOfSquares, SumOfOutputs, CrossEntropy, BinaryCrossEntropy)}
