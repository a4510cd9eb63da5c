"""exp, ln and tanh with 120 decimal digits, and the double nearest to each: the second opinion of the scripts beside this one.

The decimal module of Python's own library computes exponentials and logarithms correctly rounded to any number of digits.
"""
from decimal import Context, Decimal, setcontext
from fractions import Fraction
from math import copysign, inf, isinf, isnan, nan

DIGITS = 120

# Far more than all errors of the few operations below.
UNSURE = Decimal(10) ** (20 - DIGITS)

setcontext(Context(prec=DIGITS, Emax=10 ** 6, Emin=-10 ** 6))


def exp(x):
    return Decimal(x).exp()


def log(x):
    return Decimal(x).ln()


def tanh(x):
    """Below 10^-9 in size by its series, whose next term is less than 10^-140 of it; else from an exponential, which cancels 10 digits."""
    x = Decimal(x)
    if abs(x) < Decimal("1e-9"):
        s = x * x
        factors = ["1", "-1/3", "2/15", "-17/315", "62/2835", "-1382/155925", "21844/6081075"]
        total = Decimal(0)
        for factor in reversed(factors):
            fraction = Fraction(factor)
            total = total * s + Decimal(fraction.numerator) / Decimal(fraction.denominator)
        return x * total
    e = (2 * x).exp()
    return (e - 1) / (e + 1)


def rounded(function, x):
    """The double nearest to function(x), where 100 digits are enough to tell; an error where they are not."""
    value = function(x)
    low, high = float(value * (1 - UNSURE)), float(value * (1 + UNSURE))
    if low != high:
        raise ArithmeticError(f"{function.__name__}({x.hex()}) needs more digits")
    return low


def nearest(name, x):
    """As the functions of C# define it, special values included."""
    if isnan(x):
        return nan
    if name == "exp":
        if x == 0.0:
            return 1.0
        if abs(x) > 800.0:
            return inf if x > 0.0 else 0.0
        return rounded(exp, x)
    if name == "log":
        if x < 0.0:
            return nan
        if x == 0.0:
            return -inf
        return x if isinf(x) else 0.0 if x == 1.0 else rounded(log, x)
    if x == 0.0:
        return x
    return copysign(1.0, x) if abs(x) > 100.0 else rounded(tanh, x)
