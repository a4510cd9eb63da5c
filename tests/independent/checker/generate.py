"""Writes answer sheets whose truth is known, one JSON object on a line:

    python3 tests/independent/checker/generate.py --seed 7 --count 5000 --out sheets.jsonl

A line has `id`, `kind`, `truth`, `example` (a file that loopnet reads) and `answers` (the same). The truth has the titles of the mistakes,
where they were made, the equations changed, their layers, the first wrong number, and how many are wrong.
"""
import argparse
from decimal import Decimal
import json
import pathlib
import random
import re

import conventions
import digits
import examples
import mistakes_backward  # noqa: F401  fills places.ALL
import mistakes_forward  # noqa: F401
import mistakes_loss  # noqa: F401
import mistakes_update  # noqa: F401
import places
import sheets
import slips
from step import NotFinite, Work, each

SHIPPED = pathlib.Path(__file__).resolve().parents[3] / "docs" / "examples"
SMALL = ["mazur", "tiny", "linear", "xor-batch", "relu-homework", "dead-relu"]
STYLES = ["everything"] * 45 + ["usual"] * 20 + ["some"] * 10 + ["holes"] * 10 + ["gradients"] * 10 + ["updates"] * 5
WHOLE = ["everything"] * 60 + ["usual"] * 25 + ["holes"] * 15

# The kinds, and how many of 100 sheets are of each.
SHARES = {"right": 12, "right, rounded on the way": 12, "right, another convention": 6, "catalogued": 18, "catalogued, new": 14, "not catalogued": 18,
          "pair": 6, "pair with a new one": 3, "slip, carried on": 6, "slip in copying": 5}

# Besides these, for the grading alone.
MORE_SHARES = {"few digits": 4}
TRIES = 400


class Unfit(Exception):
    """This draw gives no sheet."""


def shipped(name):
    return examples.from_json(without_comments((SHIPPED / f"{name}.json").read_text(encoding="utf-8")))


def without_comments(text):
    """A file of LoopNet may have comments, which the JSON of Python has not."""
    return json.loads(re.sub(r'("(?:[^"\\]|\\.)*")|//[^\n]*', lambda match: match.group(1) or "", text))


def draw_example(rng, needs, with_all):
    if rng.random() < 0.2:
        example = shipped(rng.choice(SMALL))
        if example.steps == 1 and rng.random() < 0.4:
            example.steps = 2
        return example
    example = examples.draw(rng, needs, with_all)
    if example.steps == 2 and rng.random() < 0.15:
        example.steps = 3
    return example


def draw_writing(rng):
    if rng.random() < 0.04:
        return digits.Writing(None)
    return digits.Writing(rng.choice([4, 5, 5, 6, 6, 7, 8, 9]), rng.choice(["decimals", "significant"]), rng.choice(["up", "even"]), rng.random() < 0.8)


def finished(rng, example, kind, truth, work, right, style, writing, alter=None):
    """The sheet of a calculation; `alter` changes what is written. Raises Unfit where nothing wrong can be seen that should."""
    places_written = [(name, blanks) for name, blanks in sheets.chosen(rng, example, work.store, style) if name in right.store]
    written = sheets.literals(work.store, places_written, writing)
    if not written:
        raise Unfit
    if alter is not None:
        alter(written)
    wrong = sheets.wrong_numbers(written, right.store)
    truth.update(writing=str(writing), style=style, numbers=sheets.count(written), wrong=len(wrong),
                 first=sheets.element_name(*wrong[0]) if wrong else None)
    answers = sheets.shortened_names(example, written) if rng.random() < 0.7 else written
    return sheets.Sheet(example, kind, truth, answers)


# Right sheets

def right_sheet(rng, with_all):
    example = draw_example(rng, {}, with_all)
    work = Work(example)
    return finished(rng, example, "right", {}, work, work, rng.choice(STYLES), draw_writing(rng))


def rounded_sheet(rng, with_all):
    example = draw_example(rng, {}, with_all)
    writing = digits.Writing(rng.randint(2, 7), rng.choice(["decimals", "significant"]), rng.choice(["up", "up", "even"]))

    def carried(name, value):
        return value if name.split("/", 2)[2][0] in "xWb" and not name.endswith("'") else each(value, writing.carried)

    return finished(rng, example, "right, rounded on the way", {"digits": writing.count}, Work(example, after=carried), Work(example), rng.choice(STYLES), writing)


def convention_sheet(rng, with_all):
    key, needs, symbols, factor = rng.choice(conventions.CONVENTIONS)
    example = draw_example(rng, needs, with_all)
    if not conventions.fits(key, example):
        raise Unfit
    work = Work(example)
    conventions.turn(work, symbols, factor)
    sheet = finished(rng, example, "right, another convention", {"key": key}, work, Work(example), rng.choice(["everything", "usual", "gradients"]), draw_writing(rng))
    if sheet.truth["wrong"] == 0:
        raise Unfit
    return sheet


# Mistakes

def draw_variant(rng, mistake, example):
    variants = mistake.variants(example)
    if not variants:
        raise Unfit
    return rng.choice(variants)


def titled(since):
    """The mistakes of the catalogue by title: each title is as likely as any other."""
    result = {}
    for mistake in places.ALL:
        if mistake.since in since:
            result.setdefault(mistake.title, []).append(mistake)
    return result


def draw_mistake(rng, since):
    if since == ["edit"]:
        return rng.choice([mistake for mistake in places.ALL if mistake.since == "edit"])
    by_title = titled(since)
    return rng.choice(by_title[rng.choice(sorted(by_title))])


def told(mistakes, variants):
    return {"keys": [mistake.key for mistake in mistakes], "titles": [mistake.title for mistake in mistakes if mistake.title],
            "where": [variant.where for variant in variants], "equations": sorted(set().union(*(mistake.equations for mistake in mistakes))),
            "layers": sorted(set().union(*(variant.layers for variant in variants))), "equation": [mistake.wrong for mistake in mistakes]}


def narrowed(rng, variant, example, share):
    """The same mistake in fewer places, with the probability `share`."""
    if rng.random() >= share:
        return variant
    if example.steps > 1 and rng.random() < 0.5:
        return variant.only("in step 2 only", steps={2})
    if max(example.sizes[1:]) > 1:
        element = rng.randrange(2)
        return variant.only(f"in element {element} only", element=element)
    return variant


def mistake_sheet(rng, with_all, kind, since, share):
    mistake = draw_mistake(rng, since)
    example = draw_example(rng, mistake.needs, with_all)
    variant = narrowed(rng, draw_variant(rng, mistake, example), example, share)
    sheet = finished(rng, example, kind, told([mistake], [variant]), Work(example, variant.changes), Work(example), rng.choice(STYLES), draw_writing(rng))
    if sheet.truth["wrong"] == 0:
        raise Unfit
    return sheet


def pair_sheet(rng, with_all, kind, since, other_since):
    first, second = draw_mistake(rng, since), draw_mistake(rng, other_since)
    if first.title == second.title:
        raise Unfit
    example = draw_example(rng, {**first.needs, **second.needs}, with_all)
    variants = [draw_variant(rng, first, example), draw_variant(rng, second, example)]
    work = Work(example, variants[0].changes + variants[1].changes)
    style, writing, seed = rng.choice(STYLES), draw_writing(rng), rng.random()
    sheet = finished(random.Random(seed), example, kind, told([first, second], variants), work, Work(example), style, writing)
    if sheet.truth["wrong"] == 0:
        raise Unfit
    for variant in variants:
        alone = finished(random.Random(seed), example, kind, {}, Work(example, variant.changes), Work(example), style, writing)
        if alone.answers == sheet.answers or alone.truth["wrong"] == 0:
            raise Unfit
    return sheet


# Slips

def draw_number(rng, example, store, style):
    """A number that is calculated, with its name and index."""
    names = [name for name, _ in sheets.chosen(rng, example, store, style)]
    if not names:
        raise Unfit
    name = rng.choice(names)
    return name, rng.choice([index for index, _ in sheets.elements(store[name])])


def draw_slip(rng, tensor, index, writing):
    kind = rng.choice(slips.KINDS)
    literal = writing.literal(sheets.at(tensor, index))
    neighbours = [writing.literal(value) for other, value in sheets.elements(tensor) if other != index]
    result = slips.slipped(rng, kind, literal, neighbours)
    if result is None or not slips.is_wrong(result, sheets.at(tensor, index)):
        raise Unfit
    return kind, literal, result


def carried_slip(rng, with_all):
    example = draw_example(rng, {}, with_all)
    right = Work(example)
    style, writing = rng.choice(WHOLE), draw_writing(rng)
    target, index = draw_number(rng, example, right.store, style)
    if sheets.is_jacobian(target.split("/", 2)[2]) and "/dW" in target:
        raise Unfit
    kind, literal, slip = draw_slip(rng, right.store[target], index, writing)

    def carried(name, value):
        return sheets.put(value, index, float(slip)) if name == target else value

    truth = {"key": kind, "meant": literal, "number": sheets.element_name(target, index)}

    def as_written(written):
        if target in written and sheets.at(written[target], index) is not None:
            written[target] = sheets.put(written[target], index, slip)

    sheet = finished(rng, example, "slip, carried on", truth, Work(example, after=carried), right, style, writing, as_written)
    if sheet.truth["wrong"] == 0:
        raise Unfit
    return sheet


def copied_slip(rng, with_all):
    example = draw_example(rng, {}, with_all)
    right = Work(example)
    style, writing = rng.choice(WHOLE), draw_writing(rng)
    truth = {}

    def in_copying(written):
        name = rng.choice(sorted(written))
        index = rng.choice([index for index, literal in sheets.elements(written[name]) if literal is not None])
        kind, literal, slip = draw_slip(rng, right.store[name], index, writing)
        truth.update(key=kind, meant=literal, number=sheets.element_name(name, index))
        written[name] = sheets.put(written[name], index, slip)

    sheet = finished(rng, example, "slip in copying", truth, right, right, style, writing, in_copying)
    if sheet.truth["wrong"] != 1:
        raise Unfit
    return sheet


def few_digits(rng, with_all):
    """A right sheet on which one number has two digits at most, rounded rightly or not. It is wrong where `wrong` of the truth is 1."""
    example = draw_example(rng, {}, with_all)
    right = Work(example)
    truth = {}

    def coarsely(written):
        name = rng.choice(sorted(written))
        index = rng.choice([index for index, literal in sheets.elements(written[name]) if literal is not None])
        value = sheets.at(right.store[name], index)
        decimals = rng.choice([0, 0, 1, 1, 2])
        units = round(digits.shortened(value).scaleb(decimals)) + rng.choice([-1, 0, 0, 1])
        literal = f"{Decimal(units).scaleb(-decimals):f}"
        if abs(units) > 99:
            raise Unfit
        truth.update(key="few digits", number=sheets.element_name(name, index), written=literal)
        written[name] = sheets.put(written[name], index, literal)

    sheet = finished(rng, example, "few digits", truth, right, right, rng.choice(WHOLE), draw_writing(rng), coarsely)
    if sheet.truth["wrong"] > 1:
        raise Unfit
    return sheet


MAKERS = {
    "few digits": few_digits,
    "right": right_sheet,
    "right, rounded on the way": rounded_sheet,
    "right, another convention": convention_sheet,
    "catalogued": lambda rng, with_all: mistake_sheet(rng, with_all, "catalogued", ["catalogue"], 0.0),
    "catalogued, new": lambda rng, with_all: mistake_sheet(rng, with_all, "catalogued, new", ["new"], 0.05),
    "not catalogued": lambda rng, with_all: mistake_sheet(rng, with_all, "not catalogued", ["edit"], 0.15),
    "pair": lambda rng, with_all: pair_sheet(rng, with_all, "pair", ["catalogue"], ["catalogue"]),
    "pair with a new one": lambda rng, with_all: pair_sheet(rng, with_all, "pair with a new one", ["new"], ["catalogue", "new"]),
    "slip, carried on": carried_slip,
    "slip in copying": copied_slip,
}


def make(rng, kind, with_all):
    for _ in range(TRIES):
        try:
            return MAKERS[kind](rng, with_all)
        except (Unfit, NotFinite):
            continue
    raise RuntimeError(f"no sheet of the kind {kind} in {TRIES} tries")


def full_size_sheets(rng, count):
    """Sheets of the example of the full size: its numbers from layer 1 on, without what has the size of its inputs."""
    example = shipped("full-size")
    right = Work(example)
    made = 0
    while made < count:
        mistake = draw_mistake(rng, ["catalogue"])
        try:
            variant = draw_variant(rng, mistake, example)
            sheet = finished(rng, example, "full size", told([mistake], [variant]), Work(example, variant.changes), right, "usual", draw_writing(rng))
        except (Unfit, NotFinite):
            continue
        if sheet.truth["wrong"] > 0:
            made += 1
            yield sheet


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--kind", choices=sorted(MAKERS), help="this kind alone")
    parser.add_argument("--functions", choices=["first", "all"], default="first", help="all: leaky-relu, sum-of-squares and sum as well")
    parser.add_argument("--full-size", type=int, default=0, help="so many sheets of full-size besides, for the time they take")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    shares = {options.kind: 100} if options.kind else {**SHARES, **MORE_SHARES}
    kinds = [kind for kind, share in shares.items() for _ in range(round(options.count * share / 100))]
    with open(options.out, "w", encoding="utf-8") as out:
        for number, kind in enumerate(kinds):
            sheet = make(random.Random(f"{options.seed}/{number}"), kind, options.functions == "all")
            out.write(json.dumps(sheet.to_json(number)) + "\n")
        for number, sheet in enumerate(full_size_sheets(random.Random(f"{options.seed}/full"), options.full_size), start=len(kinds)):
            out.write(json.dumps(sheet.to_json(number)) + "\n")
    print(f"{len(kinds) + options.full_size} sheets in {options.out}")


if __name__ == "__main__":
    main()
