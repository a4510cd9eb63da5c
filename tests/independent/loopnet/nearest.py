"""exp, ln and tanh as the doubles nearest to their true values (docs/math.md, chapter 11), with decimals of as many digits as it takes."""

from decimal import Context, Decimal, ROUND_HALF_EVEN

DIGITS = (30, 60, 120, 240)


def context(digits):
    return Context(prec=digits, rounding=ROUND_HALF_EVEN, Emin=-99999, Emax=99999)


def settled(value_with):
    """The double on which both ends of an interval around the true value agree; more digits are taken until they do."""
    for digits in DIGITS:
        value = value_with(digits)
        margin = Decimal((0, (1,), value.adjusted() - digits + 5))
        exact = context(2 * digits)
        below = float(exact.subtract(value, margin))
        above = float(exact.add(value, margin))
        if below == above:
            return below
    raise ArithmeticError("240 digits do not decide where to round")


def exp(x):
    if x == 0.0:
        return 1.0
    if x > 710.0:
        return float("inf")
    if x < -746.0:
        return 0.0
    return settled(lambda digits: context(digits).exp(Decimal(x)))


def ln(x):
    if x == 0.0:
        return float("-inf")
    if x == 1.0:
        return 0.0
    return settled(lambda digits: context(digits).ln(Decimal(x)))


def tanh(x):
    size = abs(x)
    if size < 2.0 ** -27:
        return x
    if size > 20.0:
        return 1.0 if x > 0.0 else -1.0

    def value(digits):
        # (E - 1) / (E + 1) with E = e^2a loses the digits that E has in common with 1: 9 of them at 2^-27.
        exact = context(digits + 12)
        power = exact.exp(exact.multiply(Decimal(2), Decimal(size)))
        return exact.divide(exact.subtract(power, Decimal(1)), exact.add(power, Decimal(1)))

    nearest = settled(value)
    return nearest if x > 0.0 else -nearest
