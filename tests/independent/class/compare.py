"""Compares what a check says of a class with what its students did.

    loopnet check --exercises class7 handed-in --json > class.json
    python3 tests/independent/class/compare.py class.json truth.csv
"""

import csv
import json
import sys


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        sheets = {sheet["file"]: sheet for sheet in json.load(file)["sheets"]}
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        truths = list(csv.DictReader(file))
    counts = {}
    for row in truths:
        sheet = sheets[row["file"]]
        truth = row["truth"]
        if sheet["id"] != row["id"]:
            said = "paired wrongly"
        elif truth == "empty":
            said = "not graded, as it should be" if sheet["status"] == "unread" else "graded"
        elif truth == "right":
            said = "right" if sheet["wrong"] == 0 and not sheet["mistakes"] else f"accused: {sheet['mistakes']}"
        elif sheet["mistakes"] == [truth]:
            said = "named"
        elif truth in "; ".join(sheet["mistakes"]):
            said = f"named among others: {sheet['mistakes']}"
        else:
            said = f"{truth} called {sheet['mistakes']}"
        counts[said] = counts.get(said, 0) + 1
    for said, count in sorted(counts.items(), key=lambda item: -item[1]):
        print(f"{count:5}  {said}")


if __name__ == "__main__":
    main()
