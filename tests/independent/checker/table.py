"""Runs the checker on sheets of generate.py, and prints what its reports are worth:

    dotnet build tests/LoopNet.Benchmarks -c Release
    python3 tests/independent/checker/table.py sheets.jsonl --list false.txt --out false

--reports keeps the reports in a file, and reads them from there where it exists. --list writes each sheet that is wrongly named, or whose
status is wrong. --out writes these as files: loopnet check FOLDER/ID.example.json FOLDER/ID.json
"""
import argparse
import collections
import json
import pathlib
import statistics
import subprocess
import sys

import judging
import reports

ROOT = pathlib.Path(__file__).resolve().parents[3]
BENCHMARKS = ROOT / "tests" / "LoopNet.Benchmarks" / "bin" / "Release" / "net10.0" / "LoopNet.Benchmarks.dll"
LISTED = {"false name", "accused", "nearest, false", "edit elsewhere", "second"}
SLIP_LISTED = LISTED | {"alike", "edit", "edit, same numbers"}
SIZES = [(30, "up to 30 numbers"), (100, "31 to 100"), (300, "101 to 300"), (10**9, "over 300")]


def checked(path, reports_path):
    """The reports of the sheets, by id."""
    if reports_path is not None and pathlib.Path(reports_path).exists():
        text = pathlib.Path(reports_path).read_text(encoding="utf-8")
    else:
        text = subprocess.run(["dotnet", str(BENCHMARKS), "check-sheets", path], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
        if reports_path is not None:
            pathlib.Path(reports_path).write_text(text, encoding="utf-8")
    return {entry["id"]: entry for entry in map(json.loads, text.splitlines())}


class Row:
    def __init__(self):
        self.verdicts = collections.Counter()
        self.status = 0
        self.besides = 0
        self.errors = 0
        self.few = collections.Counter()

    @property
    def count(self):
        return sum(self.verdicts.values()) + self.errors


class Table:
    def __init__(self):
        self.rows = collections.defaultdict(Row)
        self.times = collections.defaultdict(list)
        self.listed = []
        self.false_titles = collections.Counter()
        self.missed = collections.Counter()

    def add(self, sheet, entry):
        row = self.rows[sheet["kind"]]
        if "report" not in entry:
            row.errors += 1
            self.listed.append((sheet, "error", entry.get("error", "no report")))
            return
        report = reports.Report(entry["report"])
        self.add_time(sheet, (entry["ms"], entry.get("cpuMs", entry["ms"])))
        verdict = judging.judge(sheet, report)
        row.verdicts[verdict] += 1
        if sheet["truth"].get("wrong", 0) < 3:
            row.few[verdict] += 1
        besides = judging.names_besides(sheet, report) if sheet["kind"] not in judging.RIGHT_KINDS + judging.PAIRS else []
        row.besides += bool(besides)
        wrong_status = report.right != expected_right(sheet, report)
        row.status += wrong_status
        bad = verdict in (SLIP_LISTED if sheet["kind"] in judging.SLIPS else LISTED)
        if verdict == "false name":
            self.false_titles[" // ".join(" + ".join(filter(None, finding.titles)) or "-" for finding in report.said)] += 1
        if verdict in ("no word", "false name", "nearest, false", "nearest, true", "edit elsewhere", "second", "one of two") and "keys" in sheet["truth"]:
            self.missed[sheet["kind"], " + ".join(sheet["truth"]["keys"])] += 1
        if bad or besides or wrong_status:
            note = verdict + (", and a false name besides" if besides else "") + (", wrong status" if wrong_status else "")
            self.listed.append((sheet, note, str(report)))

    def add_time(self, sheet, taken):
        name, numbers = sheet["example"]["name"], sheet["truth"]["numbers"]
        size = next(words for most, words in SIZES if numbers <= most)
        self.times[size if sheet["kind"] != "full size" else "full-size"].append(taken)
        if name == "mazur":
            self.times["mazur"].append(taken)

    def print(self):
        width = max(len(kind) for kind in self.rows)
        columns = [column for column in judging.VERDICTS if any(row.verdicts[column] for row in self.rows.values())]
        print(" | ".join([" " * width, " sheets"] + columns + ["name besides", "wrong status", "errors"]))
        for kind, row in self.rows.items():
            cells = [f"{kind:{width}}", f"{row.count:7}"] + [f"{row.verdicts[column]:{len(column)}}" for column in columns]
            print(" | ".join(cells + [f"{row.besides:12}", f"{row.status:12}", f"{row.errors:6}"]))
        print()
        self.print_goals()
        print()
        for size, times in sorted(self.times.items()):
            clock, processor = zip(*times, strict=True)
            print(f"{size:16} {len(times):5} sheets: by the clock median {statistics.median(clock):7.1f} ms, worst {max(clock):7.1f} ms; "
                  f"of the processor median {statistics.median(processor):7.1f} ms, worst {max(processor):7.1f} ms")

    def print_goals(self):
        wrong_kinds = [kind for kind in self.rows if kind not in (*judging.RIGHT_KINDS, "few digits")]
        sheets = sum(self.rows[kind].count for kind in wrong_kinds)
        self.share("Right sheets accused", judging.RIGHT_KINDS, ["accused"], "goal 0")
        self.share("Right sheets accused, conventions apart", judging.RIGHT_KINDS[:2], ["accused"], "goal 0")
        self.share("Slips called a concept", judging.SLIPS, ["false name", "alike", "second", "edit", "edit, same numbers", "edit elsewhere"], "goal at most 1 %")
        self.share("  of these, by one that gives every number", judging.SLIPS, ["alike", "edit, same numbers"], "")
        self.share("Wrong sheets with a false name", wrong_kinds, ["false name", "second"], "goal at most 1 %")
        named_besides = sum(self.rows[kind].besides for kind in wrong_kinds)
        print(f"{'Wrong sheets with a false name besides':44} {named_besides:5} of {sheets:5} = {percent(named_besides, sheets)}")
        self.share("Not catalogued: equation described", ["not catalogued"], ["named", "alike", "edit", "edit, same numbers"], "goal at least 80 %")
        self.share("Catalogued: named, or alike", ["catalogued"], ["named", "alike"], "goal at least 98.5 %")
        self.share("Catalogued, new: named, or alike", ["catalogued, new"], ["named", "alike"], "goal at least 98.5 %")
        self.share("Pairs: both named, or alike", judging.PAIRS[:1], ["named", "alike"], "")
        self.share("Pairs with a new one: both named, or alike", judging.PAIRS[1:], ["named", "alike"], "")
        self.share("Conventions read as such", judging.RIGHT_KINDS[2:], ["convention"], "")
        print("With at least three wrong numbers:")
        self.share("  Not catalogued: equation described", ["not catalogued"], ["named", "alike", "edit", "edit, same numbers"], "", True)
        self.share("  Catalogued: named, or alike", ["catalogued"], ["named", "alike"], "", True)
        self.share("  Catalogued, new: named, or alike", ["catalogued, new"], ["named", "alike"], "", True)

    def share(self, words, kinds, verdicts, goal, without_few=False):
        rows = [self.rows[kind] for kind in kinds if kind in self.rows]
        part = sum(row.verdicts[verdict] - (row.few[verdict] if without_few else 0) for row in rows for verdict in verdicts)
        whole = sum(row.count - (sum(row.few.values()) if without_few else 0) for row in rows)
        print(f"{words:44} {part:5} of {whole:5} = {percent(part, whole)}{'   ' + goal if goal else ''}")


def expected_right(sheet, report):
    """Whether the status should be 0. Of sheets rounded on the way either is taken: they are judged by what is said."""
    kind = sheet["kind"]
    if kind == "right, rounded on the way":
        return report.right
    return kind in judging.RIGHT_KINDS or sheet["truth"]["wrong"] == 0


def percent(part, whole):
    return f"{100 * part / whole:5.1f} %" if whole else "    -"


def described(sheet):
    truth = sheet["truth"]
    keys = ", ".join(truth["keys"]) if "keys" in truth else truth.get("key", "")
    parts = [f"{sheet['kind']}: {keys}", "; ".join(truth.get("titles", [])), "; ".join(truth.get("where", [])), "; ".join(truth.get("equation", [])),
             f"number {truth['number']}, meant {truth['meant']}" if "meant" in truth else "",
             f"number {truth['number']}, written {truth['written']}" if "written" in truth else "",
             f"first wrong {truth['first']}, {truth['wrong']} of {truth['numbers']} numbers wrong, {truth['writing']}, {truth['style']}"]
    return "\n  ".join(part for part in parts if part)


def write_list(table, path, folder):
    with open(path, "w", encoding="utf-8") as out:
        for sheet, note, said in table.listed:
            rerun = ""
            if folder is not None:
                rerun = f"\n  loopnet check {folder}/{sheet['id']}.example.json {folder}/{sheet['id']}.json"
            out.write(f"{sheet['id']} of {sheet['example']['name']}: {note}\n  {described(sheet)}\n  said: {said}{rerun}\n\n")
        out.write("False names, by name:\n")
        for title, count in table.false_titles.most_common():
            out.write(f"{count:5} {title}\n")
        out.write("\nNot named or described, by truth:\n")
        for (kind, key), count in table.missed.most_common():
            out.write(f"{count:5} {kind}: {key}\n")


def write_files(listed, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for sheet, _, _ in listed:
        (folder / f"{sheet['id']}.example.json").write_text(json.dumps(sheet["example"], indent=1), encoding="utf-8")
        (folder / f"{sheet['id']}.json").write_text(json.dumps(sheet["answers"], indent=1), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sheets")
    parser.add_argument("--reports")
    parser.add_argument("--list")
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    entries = checked(options.sheets, options.reports)
    table = Table()
    with open(options.sheets, encoding="utf-8") as lines:
        for line in lines:
            sheet = json.loads(line)
            table.add(sheet, entries.get(sheet["id"], {}))
    table.print()
    if options.out is not None:
        write_files(table.listed, options.out)
    if options.list is not None:
        write_list(table, options.list, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
