"""Solves the exercises of a class as students do: most rightly, some with a mistake, some not to the end.

It shares no code with LoopNet: the step is calculated anew from docs/math.md, with the standard library of Python alone. Truth is written beside
the answers' folder, not into it.

    python3 tests/independent/class/solve.py class7 handed-in --seed 2026 --truth truth.csv
"""

import argparse
import csv
import json
import math
import pathlib
import random
import re

from step import MISTAKES, calculate

SURNAMES = ["Müller", "Öztürk", "García", "Nowak", "O'Brien", "de Vries", "Sørensen", "Lê", "Žižek", "Kim"]
FIRST_NAMES = ["Anna", "Ben", "Chloë", "Dörte", "Émile"]


def read_example(path):
    """The exercise: JSON with comments to the ends of lines."""
    text = path.read_text(encoding="utf-8")
    return json.loads("\n".join(re.sub(r"^\s*//.*$", "", line) for line in text.splitlines()))


def written(number, digits):
    """A number with so many significant digits, as a person writes it: without an exponent."""
    if abs(number) < 1e-14:
        return "0"
    exponent = math.floor(math.log10(abs(number)))
    text = f"{number:.{max(0, digits - 1 - exponent)}f}"
    return text


def nested(value, digits):
    if isinstance(value, dict):
        return {name: nested(part, digits) for name, part in value.items()}
    if isinstance(value, list):
        return [nested(part, digits) for part in value]
    return written(value, digits)


def carry(value, digits):
    """Numbers as somebody uses them who rounds on the way."""
    if isinstance(value, list):
        return [carry(part, digits) for part in value]
    return float(written(value, digits))


def slip(answers, random_):
    """Two digits exchanged in one number, and nothing calculated on with it."""
    name = random_.choice(["a1", "dL/dz1", "dL/db1"])
    text = answers[name][0]
    digits = [i for i in range(len(text) - 1) if text[i].isdigit() and text[i + 1].isdigit() and text[i] != text[i + 1] and text[: i + 1].strip("-0.")]
    if not digits:
        return "right"
    i = random_.choice(digits)
    answers[name][0] = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    return "Slip in one number"


def half(answers):
    """The second half left blank."""
    names = list(answers)
    for name in names[len(names) // 2 :]:
        answers[name] = None


def file_name(id_, number, random_):
    """What files are called that come back from a learning-management system."""
    person = f"{random_.choice(SURNAMES)} {random_.choice(FIRST_NAMES)}"
    return [f"{id_}.json", f"{person}_{1000 + number}_{id_}.json", f"{person}_{2000 + number}_assignsubmission_file_/{id_}.worksheet.json", f"answers {id_} (1).json"][number % 4]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercises", type=pathlib.Path)
    parser.add_argument("answers", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--digits", type=int, default=4)
    parser.add_argument("--truth", type=pathlib.Path)
    options = parser.parse_args()
    random_ = random.Random(options.seed)
    rows = []
    files = sorted(options.exercises.glob("*.json"))
    for number, path in enumerate(files):
        kind = number % 10
        if kind == 9 and number >= 20:
            continue  # not handed in
        mistake = random_.choice(sorted(MISTAKES)) if kind in (1, 3, 4, 6, 8) else None
        rounding = (lambda value: carry(value, options.digits)) if kind == 5 else (lambda value: value)
        answers = nested(calculate(read_example(path), MISTAKES.get(mistake, {}), rounding), options.digits)
        truth = mistake or "right"
        if kind == 7:
            truth = slip(answers, random_)
        if kind == 2:
            half(answers)
        target = options.answers / file_name(path.stem, number, random_)
        target.parent.mkdir(parents=True, exist_ok=True)
        is_empty = number == 19
        body = "{\n" + ",\n".join(f'  "{key}": {json.dumps(value)}' for key, value in answers.items()) + "\n}\n"
        target.write_text("" if is_empty else body, encoding="utf-8")
        rows.append([target.relative_to(options.answers).as_posix(), path.stem, "empty" if is_empty else truth, kind == 2])
        if number == 10:
            again = options.answers / f"{path.stem} - Kopie.json"
            again.write_text(body, encoding="utf-8")
            rows.append([again.name, path.stem, truth, False])
    if options.truth:
        with options.truth.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["file", "id", "truth", "half"], *rows])


if __name__ == "__main__":
    main()
