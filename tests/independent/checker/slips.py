"""Slips of the hand: one number written otherwise than it was calculated."""
from decimal import Decimal

import digits

MISREAD = {"0": "6", "1": "7", "2": "7", "3": "8", "4": "9", "5": "6", "6": "0", "7": "1", "8": "3", "9": "4"}
KINDS = ["minus", "exchanged", "point", "misread", "neighbour", "carry"]


def slipped(rng, kind, literal, neighbours):
    """The literal with a slip in it; None where this one cannot be made."""
    if "e" in literal.lower():
        return None
    if kind == "minus":
        return literal[1:] if literal.startswith("-") else "-" + literal
    if kind == "point":
        value = Decimal(literal).scaleb(rng.choice([-1, 1]))
        return f"{value:f}"
    if kind == "neighbour":
        others = [other for other in neighbours if other != literal]
        return rng.choice(others) if others else None
    places = significant_places(literal)
    if kind == "exchanged":
        pairs = [(p, q) for p, q in zip(places, places[1:]) if literal[p] != literal[q]]
        if not pairs:
            return None
        p, q = rng.choice(pairs)
        text = list(literal)
        text[p], text[q] = text[q], text[p]
        return "".join(text)
    places = places[:-1]
    if not places:
        return None
    p = rng.choice(places)
    if kind == "misread":
        return literal[:p] + MISREAD[literal[p]] + literal[p + 1:]
    digit = int(literal[p]) + rng.choice([-1, 1])
    return literal[:p] + str(digit) + literal[p + 1:] if 0 <= digit <= 9 else None


def significant_places(literal):
    """Where the significant digits stand."""
    places = [p for p, sign in enumerate(literal) if sign.isdigit()]
    while places and literal[places[0]] == "0":
        places.pop(0)
    return places


def is_wrong(literal, right):
    return digits.judge(literal, right) == "wrong"
