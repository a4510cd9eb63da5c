"""Writes special.txt: function, argument and nearest double where something special happens; hexadecimal floats.

    python3 special.py > special.txt
"""
from math import inf, log, nextafter

from rounded import nearest

TINY, SMALLEST_NORMAL, LARGEST = 2.0 ** -1074, 2.0 ** -1022, 1.7976931348623157e308


def around(x, steps):
    """x and the doubles next to it, on both sides."""
    found = [x]
    low = high = x
    for _ in range(steps):
        low, high = nextafter(low, -inf), nextafter(high, inf)
        found += [low, high]
    return sorted(found)


def both(numbers):
    return [sign * x for x in numbers for sign in (1.0, -1.0)]


ANY = both([0.0, inf, TINY, 3 * TINY, SMALLEST_NORMAL, LARGEST, 1.0, 2.0, 0.5, 10.0, 1e-300, 1e300])
POWERS = [2.0 ** n for n in range(-1074, 1024)]

EXP = (ANY + around(1024 * log(2), 8) + around(-1022 * log(2), 8) + around(-1075 * log(2), 8) + around(-1074 * log(2), 4)
       + [-708.0 - n / 8 for n in range(320)] + [float(n) for n in range(-746, 711, 7)]
       + both([2.0 ** n for n in range(-60, -40)]) + both(around(2.0 ** -53, 3) + around(2.0 ** -54, 3) + around(2.0 ** -52, 3))
       + [n * log(2) / 128 for n in range(-64, 65)])
LOG = (ANY + POWERS[::13] + [nextafter(x, inf) for x in POWERS[::37]] + around(1.0, 40) + around(LARGEST, 0) + around(SMALLEST_NORMAL, 8)
       + [n * TINY for n in range(1, 40)] + [256.0 / n for n in range(171, 342)] + [n / 256 for n in range(171, 342)]
       + around(0.75, 3) + around(1.5, 3) + [float(n) for n in range(2, 100)])
TANH = (ANY + both(around(2.0 ** -27, 4) + around(2.0 ** -26, 4) + around(19.0615474653984, 8) + around(19.0625, 2) + around(2.0 ** -10, 3))
        + both([2.0 ** n for n in range(-1074, 6, 5)] + [n / 16 for n in range(1, 320)]))

for name, numbers in (("exp", EXP), ("log", LOG), ("tanh", TANH)):
    for x in numbers:
        print(name, x.hex(), nearest(name, x).hex())
