"""Writes hard-cases.txt from what the search of tests/LoopNet.Benchmarks prints: function, argument, nearest double, and c.

    dotnet run -c Release --project tests/LoopNet.Benchmarks -- hard-cases exp 0.004 46 > found.txt
    python3 hard_cases.py found.txt > hard-cases.txt

The value lies within 2^-c units in the last place of the middle between two doubles. Both are computed with 120 decimal digits.
"""
import sys
from decimal import Decimal
from math import floor, nextafter, inf

import rounded

FUNCTIONS = {"exp": rounded.exp, "log": rounded.log, "tanh": rounded.tanh}


def closeness(value, nearest):
    """c, from the distance to the middle between the nearest double and the next on the side of the value."""
    toward = inf if value > Decimal(nearest) else -inf
    unit = Decimal(nextafter(nearest, toward)) - Decimal(nearest)
    distance = abs(value - Decimal(nearest) - unit / 2) / abs(unit)
    return floor(-distance.ln() / Decimal(2).ln())


lines = sorted({tuple(line.split()) for line in open(sys.argv[1], encoding="ascii")}, key=lambda line: (line[0], float(line[1])))
for name, text in lines:
    x = float(text)
    value = FUNCTIONS[name](x)
    nearest = rounded.nearest(name, x)
    c = closeness(value, nearest)
    if c >= 45:
        print(name, x.hex(), nearest.hex(), c)
