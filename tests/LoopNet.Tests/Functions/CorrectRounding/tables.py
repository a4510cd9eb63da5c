"""Writes the two tables of src/LoopNet/Functions/CorrectRounding from their definitions, with 80 decimal digits.

    python3 tables.py exp > ExpTable.cs
    python3 tables.py log > LogTable.cs
"""
import sys
from decimal import Decimal, getcontext

getcontext().prec = 80

HEAD = """namespace LoopNet;

/// <summary>{summary}</summary>
/// <remarks>Written by tables.py, beside the tests, from this definition; a test computes it again.</remarks>
internal static class {name}
{{
    /// <summary>{rows}</summary>
    public static readonly double[] Pairs =
    [
"""


def split(value):
    """A number as its nearest double and what is left of it, exactly."""
    nearest = float(value)
    return nearest, value - Decimal(nearest)


def row(nearest, rest):
    return f"        {nearest!r}, {float(rest)!r},"


def exp_table():
    print(HEAD.format(
        name="ExpTable",
        summary="The 128 powers 2^(j/128), each as a double and the small relative rest of it.",
        rows="Pair j, for j = 0..127: the double T nearest to 2^(j/128), and 2^(j/128) / T - 1."), end="")
    for j in range(128):
        nearest, rest = split(Decimal(2) ** (Decimal(j) / 128))
        print(row(nearest, rest / Decimal(nearest)))


def log_table():
    print(HEAD.format(
        name="LogTable",
        summary="The logarithms ln(256/i) of 171 fractions, each as a double and its rest.",
        rows="Pair i - 171, for i = 171..341: the double nearest to ln(256/i), and what is left of it."), end="")
    for i in range(171, 342):
        nearest, rest = split((Decimal(256) / i).ln())
        print(row(nearest, rest))


{"exp": exp_table, "log": log_table}[sys.argv[1]]()
print("    ];\n}")
