"""Reads an example: network, samples and rule in one JSON file, in which comments and commas at the end are allowed."""

import json
import math
import os
import re

from functions import ACTIVATIONS, LOSSES, LeakyRelu
from step import Layer, Network, Rule

# A string is kept as it is; what is left of comments and of commas before a closing bracket goes.
STRING_OR_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/', re.S)
STRING_OR_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[\]}])', re.S)


class Example:
    def __init__(self, path):
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        text = STRING_OR_COMMENT.sub(lambda found: found[0] if found[0][0] == '"' else " ", text)
        text = STRING_OR_COMMA.sub(lambda found: found[0] if found[0][0] == '"' else " ", text)
        root = json.loads(text, parse_int=float)

        self.name = root.get("name", os.path.splitext(os.path.basename(path))[0])
        self.network = Network([layer(entry) for entry in root["layers"]], LOSSES.get(root.get("loss")))
        self.samples = [tuple(vector(entry.get(key)) for key in ("input", "target", "gradient")) for entry in root["samples"]]
        self.goes_back = self.network.loss is not None or self.samples[0][2] is not None
        self.rule = Rule(
            root.get("learningRate"),
            mean=root.get("reduction", "mean") == "mean",
            update_biases=root.get("updateBiases", True),
            shortcut=root.get("outputGradient", "jacobian") == "shortcut",
        )
        asked = root.get("batch", 1)
        count = len(self.samples)
        self.batch = count if asked == "all" else min(int(asked), count)
        self.steps = int(root.get("steps", math.ceil(count / self.batch)))


def vector(numbers):
    # Adding 0.0 makes 0.0 of -0.0.
    return None if numbers is None else [number + 0.0 for number in numbers]


def layer(entry):
    activation = LeakyRelu(entry["slope"]) if "slope" in entry else ACTIVATIONS[entry["activation"]]
    return Layer([vector(row) for row in entry["weights"]], vector(entry.get("biases")), activation)
