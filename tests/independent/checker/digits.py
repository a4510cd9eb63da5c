"""Numbers as people write them: rounding, literals, and whether a literal is right."""
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
import math

HALF = {"up": ROUND_HALF_UP, "even": ROUND_HALF_EVEN}


class Writing:
    """How a person writes numbers: `count` decimals or significant digits, halves up or to even; all digits where `count` is None."""

    def __init__(self, count, style="decimals", half="up", keep_zeros=True):
        self.count = count
        self.style = style
        self.half = half
        self.keep_zeros = keep_zeros

    def __str__(self):
        if self.count is None:
            return "all digits"
        return f"{self.count} {self.style}, half {self.half}{'' if self.keep_zeros else ', zeros at the end left out'}"

    def rounded(self, value):
        """The number as a decimal with the digits that are written."""
        exact = shortened(value)
        if exact == 0:
            return Decimal(1).scaleb(-self.count if self.style == "decimals" else 0) * 0
        exponent = -self.count if self.style == "decimals" else exact.adjusted() - self.count + 1
        result = exact.quantize(Decimal(1).scaleb(exponent), rounding=HALF[self.half])
        if self.style == "significant" and result.adjusted() > exact.adjusted():
            result = exact.quantize(Decimal(1).scaleb(exponent + 1), rounding=HALF[self.half])
        return result

    def literal(self, value):
        if self.count is None:
            return repr(value) if value != 0.0 else "0"
        result = self.rounded(value)
        if result == 0:
            result = abs(result)
        if result.as_tuple().exponent > 0:
            result = result.quantize(Decimal(1))
        if not self.keep_zeros and result.as_tuple().exponent < 0:
            result = result.normalize()
            if result.as_tuple().exponent > 0:
                result = result.quantize(Decimal(1))
        if result != 0 and result.adjusted() < -6:
            return f"{result:e}"
        return f"{result:f}"

    def carried(self, value):
        """The rounded number as a float, to calculate on with."""
        return value if self.count is None else float(self.rounded(value))


def shortened(value):
    """The number without the last traces of binary arithmetic: a person who adds 0.1 and 0.2 has 0.3, and rounds that."""
    return Decimal(0) if abs(value) < 1e-14 else Decimal(f"{value:.14g}")


def unit(written):
    """One unit of the last written digit."""
    return Decimal(1).scaleb(written.as_tuple().exponent)


def significant(written):
    """How many significant digits are written."""
    return len(str(int("".join(str(digit) for digit in written.as_tuple().digits)))) if written != 0 else 0


def judge(literal, right):
    """`right`, `last` (one unit off in the last digit: arguable), `coarse` (rounds rightly to no significant digit), or `wrong`."""
    written = Decimal(literal)
    exact = Decimal(right)
    off = abs(written - exact)
    trace = max(Decimal("1e-12") * abs(exact), Decimal("1e-14"))
    if off <= trace:
        return "right"
    step = unit(written)
    if off <= step / 2 + trace:
        return "coarse" if written == 0 else "right"
    if off <= step * 3 / 2 + trace and significant(written) >= 3:
        return "last"
    return "wrong"


def bits(literal, right):
    """How many binary digits of the difference between what is written and what is right can be read."""
    written = Decimal(literal)
    ratio = float(abs(written - Decimal(right)) / unit(written))
    return min(50.0, math.log2(ratio)) if ratio > 1.0 else 0.0


def agrees(literal, value):
    """Whether the value, rounded, is what is written: half a unit of the last digit, and the traces of binary arithmetic."""
    written = Decimal(literal)
    exact = Decimal(value)
    trace = max(Decimal("1e-11") * abs(exact), Decimal("1e-13"))
    return abs(written - exact) <= unit(written) / 2 + trace
