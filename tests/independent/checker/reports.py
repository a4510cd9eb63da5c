"""What a report of `check --json` says about a sheet. It reads reports with and without `kind`."""
import re

TO_THE_DIGIT = "to the digit"
NEAREST = "nearest"
CONCEPTS = ("mistake", "edit")
KINDS_BY_TITLE = {"Intermediate results rounded": "rounding"}


# Which equation gives a tensor.
EQUATIONS = [(r"z", "F1"), (r"a", "F2"), (r"L", "F3"), (r"da", "B2"), (r"dL/dz", "B3"), (r"dz\d+/dW", "B4"), (r"dL/dW", "B5"), (r"dL/db", "B6"), (r"dL/d[ax]", "B7"),
             (r"\w+ dL/dW", "M1"), (r"\w+ dL/db", "M2"), (r"W", "U1"), (r"b", "U2"), (r"", "")]


class Finding:
    def __init__(self, entry, number):
        mistakes = entry.get("mistakes") or []
        self.titles = [mistake.get("title") or mistake.get("name") for mistake in mistakes]
        if not self.titles and entry.get("title"):
            self.titles = [entry["title"]]
        self.kind = entry.get("kind") or KINDS_BY_TITLE.get(self.titles[0] if self.titles else None, "mistake")
        self.equation = entry.get("equation") or (mistakes[0].get("equation") if mistakes else None) or ""
        self.equations = equations_of(entry, mistakes, self.equation, number)
        self.where = "; ".join(filter(None, [entry.get("where")] + [mistake.get("where") for mistake in mistakes]))
        self.layers = layers_of(entry, self.where, number)
        self.alike = bool(entry.get("isAlike"))
        self.explains = entry.get("explains") or []
        self.contradicts = entry.get("contradicts") or []
        self.number = number

    def __str__(self):
        return f"{self.kind}: {' + '.join(filter(None, self.titles)) or '-'} ({self.equation}; {self.where})"


def equations_of(entry, mistakes, equation, number):
    """The ids of the equations that a finding names; where it names none, that of the number."""
    texts = [equation] + [str(source.get(key) or "") for source in [entry, *mistakes] for key in ("id", "equationId", "equations", "place")]
    ids = {found for text in texts for found in re.findall(r"\b(?:F[123]|B3s|B[1-7]|M[12]|U[12])\b", text)}
    symbol = re.sub(r"\[.*\]$", "", number.split("/", 2)[2] if re.match(r"\d+/", number) else number)
    return ids or {next(equation for pattern, equation in EQUATIONS if re.match(pattern, symbol))}


def layers_of(entry, where, number):
    """The layers that a finding names; where it names none, that of the number. Empty: every layer."""
    for key in ("layers", "layer"):
        if entry.get(key) is not None:
            return set(entry[key]) if isinstance(entry[key], list) else {entry[key]}
    named = {int(layer) for layer in re.findall(r"layer (\d+)", where)}
    if named or "every" in where or "throughout" in where:
        return named
    return {int(layer) for layer in re.findall(r"[WbzaL](\d+)", number)}


class Diagnosis:
    def __init__(self, entry):
        self.number = entry.get("number") or ""
        self.fit = entry.get("fit") or "none"
        self.findings = [Finding(finding, self.number) for finding in entry.get("findings") or []]

    @property
    def first(self):
        return self.findings[0] if self.findings else None

    @property
    def nearest(self):
        return self.fit == NEAREST

    @property
    def leading(self):
        """The first finding and those that give the same numbers."""
        return [finding for i, finding in enumerate(self.findings) if i == 0 or finding.alike]


class Report:
    def __init__(self, entry):
        self.right = entry.get("allRight", False)
        self.first_wrong = entry.get("firstWrong")
        self.diagnoses = [Diagnosis(diagnosis) for diagnosis in entry.get("diagnoses") or []]
        self.wrong = [number["name"] for number in entry.get("numbers") or [] if number.get("verdict") == "wrong"]

    @property
    def said(self):
        """What is said to the digit, finding by finding: the first of each diagnosis."""
        return [diagnosis.first for diagnosis in self.diagnoses if diagnosis.first is not None and not diagnosis.nearest]

    def __str__(self):
        if self.right:
            return "nothing wrong"
        parts = []
        for diagnosis in self.diagnoses:
            found = " | ".join(str(finding) for finding in diagnosis.leading) or "no word"
            parts.append(f"{diagnosis.number}: {diagnosis.fit}: {found}")
        return " // ".join(parts) or "no word"
