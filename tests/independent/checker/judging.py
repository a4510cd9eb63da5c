"""What a report is worth: the verdict on it, given the truth about the sheet."""
import itertools

import digits
import examples
import mistakes_backward  # noqa: F401  fills places.ALL
import mistakes_forward  # noqa: F401
import mistakes_loss  # noqa: F401
import mistakes_update  # noqa: F401
import places
import sheets
from mistakes_backward import FORMULA, WRONG_INPUT
from step import NotFinite, Work

VERDICTS = ["right", "named", "alike", "second", "one of two", "edit", "edit, same numbers", "edit elsewhere", "slip", "rounding", "convention", "no word",
            "nearest, true", "nearest, false", "false name", "accused"]
MOST_COMBINATIONS = 600
RIGHT_KINDS = ("right", "right, rounded on the way", "right, another convention")
PAIRS = ("pair", "pair with a new one")
SLIPS = ("slip, carried on", "slip in copying")

# Changes that the sheets hold for not catalogued, and that a title describes just as well: the key, and whether it has to be at the output.
SAME = {
    "Parameters of step 1 used in step 2": [("old weights on the way back", False), ("update from the first parameters", False), ("weights of the step before", False)],
    "Sign of the error reversed": [("sign of dL/dz", True)],
    WRONG_INPUT: [("input of another sample in dL/dW", False), ("inputs shifted in dL/dW", False), ("1 - a as input", False), ("derivative as input", False),
                  ("input squared", False), ("weights in dL/dW", False)],
}


def judge(sheet, report):
    """One of VERDICTS."""
    kind, truth = sheet["kind"], sheet["truth"]
    if report.right:
        if kind == RIGHT_KINDS[2] and any(finding.kind == "convention" for finding in report.said):
            return "convention"
        return "right" if kind in RIGHT_KINDS or truth["wrong"] == 0 else "no word"
    if kind in RIGHT_KINDS or truth["wrong"] == 0:
        return judge_right(report)
    said = report.said
    if kind in PAIRS and said:
        return judge_pair(sheet, report)
    first = report.diagnoses[0] if report.diagnoses else None
    if first is None or first.first is None:
        return "no word"
    if first.nearest:
        true = set(first.first.titles) <= set(truth.get("titles", []))
        return "nearest, true" if true else "nearest, false"
    return judge_finding(sheet, report, first)


def judge_right(report):
    kinds = {finding.kind for finding in report.said}
    if any(diagnosis.nearest and diagnosis.first for diagnosis in report.diagnoses) or kinds & {"mistake", "edit", "slip"}:
        return "accused"
    for kind in ("rounding", "convention"):
        if kind in kinds:
            return kind
    return "no word"


def judge_finding(sheet, report, diagnosis):
    truth = sheet["truth"]
    titles = set(truth.get("titles", []))
    found = diagnosis.first
    if found.kind not in ("mistake", "edit"):
        return found.kind
    if titles and any(set(finding.titles) == titles for finding in diagnosis.leading):
        return "named"
    if found.kind == "edit":
        return judge_edit(truth, report, found)
    if sheet["kind"] == "not catalogued" and found.titles == [FORMULA] and set(truth["equations"]) & {"B2", "B3"}:
        return "named"
    if any(gives_the_same(sheet, [finding.titles]) for finding in diagnosis.leading):
        return "alike"
    if titles and any(set(finding.titles) == titles for finding in diagnosis.findings):
        return "second"
    return "false name"


def judge_edit(truth, report, found):
    """Whether the edit described is the one made; or at least one that gives every wrong number and spoils no right one."""
    equations = found.equations
    layers = set(truth.get("layers", []))
    if "B7" in equations:
        layers |= {layer - 1 for layer in layers} | {layer + 1 for layer in layers}
    if equations & set(truth.get("equations", [])) and (not found.layers or found.layers & layers):
        return "edit"
    others = {name for name in report.wrong if name != found.number}
    return "edit, same numbers" if others <= set(found.explains) and not found.contradicts else "edit elsewhere"


def judge_pair(sheet, report):
    titles = set(sheet["truth"]["titles"])
    found, false = set(), []
    for diagnosis in report.diagnoses:
        if diagnosis.first is None or diagnosis.nearest:
            continue
        if diagnosis.first.kind != "mistake":
            if diagnosis is report.diagnoses[0]:
                return judge_edit(sheet["truth"], report, diagnosis.first) if diagnosis.first.kind == "edit" else diagnosis.first.kind
            continue
        true = next((finding for finding in diagnosis.leading if set(finding.titles) <= titles), None)
        if true is None:
            false.append(diagnosis.first)
        else:
            found |= set(true.titles)
    if found == titles:
        return "named" if not false else "false name"
    if not false:
        return "one of two" if found else "no word"
    if gives_the_same(sheet, [finding.titles for finding in false] + [[title] for title in found]):
        return "alike"
    return "false name"


def names_besides(sheet, report):
    """Names to the digit, in a later diagnosis, of mistakes that were not made."""
    titles = set(sheet["truth"].get("titles", []))
    return [finding for diagnosis in report.diagnoses[1:] if not diagnosis.nearest and diagnosis.first is not None for finding in [diagnosis.first]
            if finding.kind == "mistake" and not any(set(alike.titles) <= titles for alike in diagnosis.leading)]


def gives_the_same(sheet, groups):
    """Whether the mistakes of these titles, made in some place, give every number that is written."""
    example = examples.from_json(sheet["example"])
    written = [(sheets.full_name(name), index, literal) for name, tensor in sheet["answers"].items()
               for index, literal in sheets.elements(tensor) if literal is not None]
    titles = list(dict.fromkeys(title for group in groups for title in group))
    choices = [ways_of(title, example) for title in titles]
    for combination in itertools.islice(itertools.product(*choices), MOST_COMBINATIONS):
        try:
            store = Work(example, [change for variant in combination for change in variant.changes]).store
            if all(name in store and digits.agrees(literal, sheets.at(store[name], index)) for name, index, literal in written):
                return True
        except NotFinite:
            continue
    return False


def ways_of(title, example):
    """All ways to make the mistake of a title."""
    result = [variant for mistake in places.ALL if mistake.title == title for variant in widened(mistake, example)]
    for key, at_output in SAME.get(title, []):
        result += [variant for mistake in places.ALL if mistake.key == key for variant in widened(mistake, example)
                   if not at_output or variant.layers == {example.L}]
    return result


def widened(mistake, example):
    """The ways to make a mistake: in all steps, and in step 2 only."""
    variants = mistake.variants(example)
    return variants + ([variant.only("in step 2 only", steps={2}) for variant in variants] if example.steps > 1 else [])
