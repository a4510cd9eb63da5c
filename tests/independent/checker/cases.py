"""Checks sheets from print and from programs, and compares the reports with what they should say:

    python3 tests/independent/checker/cases.py

Each line of cases.jsonl is a sheet with `expected`: the exit status (null: any), the first wrong number, and what has to be said. `says` is a
list; of each entry one of the alternatives has to be found, `KIND: TITLE` or `edit: ... EQUATION`, or `no word`. Whatever else is named is false.
"""
import argparse
import json
import pathlib
import re
import sys

import reports
import table

CASES = pathlib.Path(__file__).with_name("cases.jsonl")


def status_of(report):
    return 2 if report is None else 0 if report.right else 1


def told(report):
    """All that is said to the digit: of each diagnosis the first finding, with those that give the same numbers."""
    return [diagnosis.leading for diagnosis in report.diagnoses if diagnosis.first is not None and not diagnosis.nearest]


def matches(pattern, leading):
    return any(re.match(pattern, str(finding)) for finding in leading)


def faults(expected, report):
    """What differs from what is expected."""
    result = []
    status = status_of(report)
    if expected["status"] is not None and status != expected["status"]:
        result.append(f"status {status}, expected {expected['status']}")
    if report is None:
        return result
    if expected["first"] is not None and report.first_wrong != expected["first"]:
        result.append(f"first wrong {report.first_wrong}, expected {expected['first']}")
    found = told(report)
    patterns = []
    for alternatives in expected["says"]:
        patterns += alternatives
        if not any(matches(pattern, leading) for pattern in alternatives for leading in found) and not ("no word" in alternatives and not found):
            result.append(f"not said: {' or '.join(alternatives)}")
    for leading in found:
        if not any(matches(pattern, leading) for pattern in patterns):
            result.append(f"false: {leading[0]}")
    for diagnosis in report.diagnoses:
        if diagnosis.first is None and diagnosis.fit != "given" and expected["says"] and "no word" not in patterns:
            result.append(f"no word on {diagnosis.number}")
        if diagnosis.nearest and diagnosis.first is not None and not any(matches(pattern, diagnosis.leading) for pattern in patterns):
            result.append(f"nearest, false: {diagnosis.first}")
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, help="writes the cases as files: loopnet check FOLDER/ID.example.json FOLDER/ID.json")
    options = parser.parse_args()
    entries = table.checked(str(CASES), None)
    good, cases = 0, [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    for case in cases:
        entry = entries[case["id"]]
        report = reports.Report(entry["report"]) if "report" in entry else None
        found = faults(case["expected"], report)
        good += not found
        print(f"{'as expected' if not found else 'differs':12} {case['id']}")
        for fault in found:
            print(f"             {fault}")
        if report is None:
            print(f"             {entry['error']}")
    print(f"{good} of {len(cases)} as expected")
    if options.out is not None:
        table.write_files([(case, "", "") for case in cases], options.out)
    return 0 if good == len(cases) else 1


if __name__ == "__main__":
    sys.exit(main())
