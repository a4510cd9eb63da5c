"""Draws the pictures of math.md: python3 docs/pictures/draw.py [FOLDER]. Their numbers are those of traces/mazur.trace.jsonl."""

import json
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TRACE = os.path.join(HERE, "..", "..", "traces", "mazur.trace.jsonl")

STYLE = """<style>
svg { background: #ffffff; }
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #1f2328; text-anchor: middle; }
.name { font-weight: 700; }
.small { font-size: 11.5px; }
.left { text-anchor: start; }
.back { fill: #b3261e; }
.halo { paint-order: stroke; stroke: #ffffff; stroke-width: 5px; stroke-linejoin: round; }
.line { fill: none; stroke: #57606a; stroke-width: 1.3; }
.axis { fill: none; stroke: #afb8c1; stroke-width: 1; }
.curve { fill: none; stroke: #0b57d0; stroke-width: 2.2; }
.slope { fill: none; stroke: #b3261e; stroke-width: 2.2; stroke-dasharray: 6 4; }
.return { fill: none; stroke: #b3261e; stroke-width: 1.8; }
.value { fill: #0b57d0; }
.unit { fill: #eef4ff; stroke: #57606a; stroke-width: 1.3; }
.head { fill: #57606a; }
.backhead { fill: #b3261e; }
@media (prefers-color-scheme: dark) {
svg { background: #0d1117; }
text { fill: #e6edf3; }
.halo { stroke: #0d1117; }
.back, .backhead { fill: #ff8a80; }
.value { fill: #8ab4f8; }
.line { stroke: #9aa4ae; }
.head { fill: #9aa4ae; }
.axis { stroke: #484f58; }
.curve { stroke: #8ab4f8; }
.slope, .return { stroke: #ff8a80; }
.unit { fill: #172033; stroke: #9aa4ae; }
}
</style>"""

MARKERS = """<defs>
<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker>
<marker id="backhead" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="backhead" d="M0 0L8 4L0 8z"/></marker>
</defs>"""


class Picture:
    def __init__(self, width, height, title):
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">',
            f"<title>{title}</title>",
            STYLE,
            MARKERS,
        ]

    def text(self, x, y, words, kind="", degrees=0.0):
        turn = f' transform="rotate({degrees:.1f} {x:g} {y:g})"' if degrees else ""
        self.parts.append(f'<text x="{x:g}" y="{y:g}"' + (f' class="{kind}"' if kind else "") + f"{turn}>{words}</text>")

    def line(self, x1, y1, x2, y2, kind="line", arrow=None):
        end = f' marker-end="url(#{arrow})"' if arrow else ""
        self.parts.append(f'<path class="{kind}" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"{end}/>')

    def curve(self, points, kind):
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        self.parts.append(f'<path class="{kind}" d="M{path}"/>')

    def circle(self, x, y, r):
        self.parts.append(f'<circle class="unit" cx="{x:g}" cy="{y:g}" r="{r:g}"/>')

    def box(self, x, y, width, height):
        self.parts.append(f'<rect class="unit" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="6"/>')

    def write(self, folder, name):
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(self.parts) + "\n</svg>\n")


def tensors():
    with open(TRACE, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    return {record["symbol"]: record for record in records if record.get("step") == 1}


def shown(number):
    return f"{number:.4g}"


def mazur(folder, all_tensors):
    def element(symbol, *index):
        record = all_tensors[symbol]
        place = 0
        for size, i in zip(record["shape"], index):
            place = place * size + i
        return shown(record["values"][place])

    picture = Picture(420, 690, "Mazur's network with the values and the gradients of its first step")
    columns = (105, 315)
    rows = {"x": 90, "a1": 300, "a2": 510}
    for before, layer, l in (("x", "a1", 1), ("a1", "a2", 2)):
        top, bottom = rows[before] + 24, rows[layer] - 26
        for i in range(2):
            for k in range(2):
                picture.line(columns[k], top, columns[i], bottom, "line", "head")
        for i in range(2):
            for k in range(2):
                share = 0.68 if i == k else 0.3
                x = columns[k] + (columns[i] - columns[k]) * share + (0 if i == k else 14 * (i - k) * -1)
                y = top + (bottom - top) * share
                picture.text(x, y - 3, f"W{l}[{i},{k}] {element(f'W{l}', i, k)}", "small halo")
                picture.text(x, y + 11, element(f"dL/dW{l}", i, k), "small halo back")
    for name, l in (("x", 0), ("a1", 1), ("a2", 2)):
        y = rows[name]
        for i, x in enumerate(columns):
            picture.circle(x, y, 24)
            picture.text(x, y + 5, f"{name}[{i}]", "name small")
            side = -1 if i == 0 else 1
            label = x + side * 64
            picture.text(label, y - 4, element(name, i), "small value halo")
            picture.text(label, y + 11, element(f"dL/d{name}", i), "small back halo")
            if l > 0:
                picture.text(label, y - 34, f"z {element(f'z{l}', i)}", "small value halo")
                picture.text(label, y - 19, element(f"dL/dz{l}", i), "small back halo")
                picture.text(label, y + 31, f"b {element(f'b{l}', i)}", "small halo")
                picture.text(label, y + 46, element(f"dL/db{l}", i), "small back halo")
    picture.box(150, 600, 120, 44)
    picture.text(210, 619, f"L {element('L')}", "name small")
    picture.text(210, 636, f"y {element('y', 0)}, {element('y', 1)}", "small")
    for x in columns:
        picture.line(x, rows["a2"] + 24, 210 + (x - 210) * 0.4, 598, "line", "head")
    picture.text(210, 22, "value", "name value")
    picture.text(210, 40, "gradient of the loss", "name back")
    picture.text(210, 672, "each weight: name, value, gradient", "small")
    picture.write(folder, "mazur.svg")


def flow(folder):
    picture = Picture(420, 230, "Forward from the input to the loss, and backward from the loss to the input")
    names = ["x", "z1", "a1", "z2", "a2", "L"]
    forward = ["F1", "F2", "F1", "F2", "F3"]
    back = ["B7", "B3", "B7", "B3", "B1"]
    left, step, width, top = 8, 73, 40, 82
    for i, name in enumerate(names):
        x = left + i * step
        picture.box(x, top, width, 40)
        picture.text(x + width / 2, top + 25, name, "name")
        if i < 5:
            picture.line(x + width + 1, top + 11, x + step - 2, top + 11, "line", "head")
            picture.text(x + (width + step) / 2, top + 1, forward[i], "small")
            picture.line(x + step - 1, top + 30, x + width + 2, top + 30, "return", "backhead")
            picture.text(x + (width + step) / 2, top + 47, back[i], "small back")
    for l, i in ((1, 1), (2, 3)):
        x = left + i * step + width / 2
        picture.text(x, 30, f"W{l}, b{l}", "small")
        picture.line(x, 38, x, top - 3, "line", "head")
        picture.line(x, top + 41, x, 172, "return", "backhead")
        picture.text(x, 190, f"dL/dW{l}", "small back")
        picture.text(x, 206, f"dL/db{l}", "small back")
        picture.text(x + 25, 160, "B5, B6", "small back")
    x = left + 5 * step + width / 2
    picture.text(x, 30, "y", "small")
    picture.line(x, 38, x, top - 3, "line", "head")
    picture.text(340, 196, "forward: values", "small")
    picture.text(340, 214, "back: gradients", "small back")
    picture.write(folder, "flow.svg")


def fork(folder, all_tensors):
    W2, dz2 = all_tensors["W2"]["values"], all_tensors["dL/dz2"]["values"]
    parts = [0.0 + W2[0] * dz2[0], 0.0 + W2[2] * dz2[1]]
    picture = Picture(420, 275, "Gradients add where paths fork: the gradient of one hidden output is a sum of two")
    picture.circle(70, 130, 28)
    picture.text(70, 130, "a1[0]", "name small")
    for i, y in enumerate((45, 215)):
        picture.circle(345, y, 28)
        picture.text(345, y + 5, f"z2[{i}]", "name small")
        rise = y - 130
        picture.line(98, 130 + rise * 0.1, 314, y - rise * 0.1 - 5, "line", "head")
        picture.line(314, y - rise * 0.1 + 9, 98, 130 + rise * 0.1 + 12, "return", "backhead")
        factor = shown(dz2[i]) if dz2[i] > 0.0 else f"({shown(dz2[i])})"
        degrees = math.degrees(math.atan2(rise * 0.8, 216.0))
        picture.text(206, 130 + rise * 0.5 - 9, f"W2[{i},0] = {shown(W2[2 * i])}", "small", degrees)
        picture.text(206, 130 + rise * 0.5 + 27, f"{shown(W2[2 * i])} * {factor} = {shown(parts[i])}", "small back", degrees)
        picture.text(345, y + 44, shown(dz2[i]), "small back")
    picture.text(70, 204, "dL/da1[0] =", "small back halo")
    picture.text(70, 220, f"{shown(parts[0])}", "small back halo")
    picture.text(70, 236, f"+ ({shown(parts[1])})", "small back halo")
    picture.text(70, 252, f"= {shown(all_tensors['dL/da1']['values'][0])}", "small back halo")
    picture.write(folder, "fork.svg")


def curves(folder):
    def sigmoid(z):
        return 1.0 / (1.0 + math.exp(-z))

    functions = [
        ("sigmoid", sigmoid, lambda z: sigmoid(z) * (1.0 - sigmoid(z)), 0.0, 1.0),
        ("tanh", math.tanh, lambda z: 1.0 - math.tanh(z) ** 2, -1.0, 1.0),
        ("ReLU", lambda z: max(0.0, z), None, 0.0, 2.0),
    ]
    picture = Picture(400, 520, "Sigmoid, tanh and ReLU from -4 to 4, each with its derivative")
    picture.line(60, 18, 96, 18, "curve")
    picture.text(104, 22, "function", "small left")
    picture.line(210, 18, 246, 18, "slope")
    picture.text(254, 22, "derivative", "small left back")
    top = 40
    for name, value, slope, low, high in functions:
        height = 110

        def place(z, number):
            return 200 + 42 * z, top + 20 + height * (high - number) / (high - low)

        picture.text(32, top + 14, name, "name left")
        for number in sorted({low, 0.0, 1.0, high}):
            y = place(0, number)[1]
            picture.line(32, y, 368, y, "axis")
            picture.text(24, y + 4, f"{number:g}", "small")
        picture.line(200, top + 20, 200, top + 20 + height, "axis")
        points = [z / 20.0 for z in range(-80, 81)]
        picture.curve([place(z, value(z)) for z in points if value(z) <= high], "curve")
        if slope is None:
            picture.curve([place(-4.0, 0.0), place(0.0, 0.0)], "slope")
            picture.curve([place(0.0, 1.0), place(4.0, 1.0)], "slope")
        else:
            picture.curve([place(z, slope(z)) for z in points], "slope")
        for z in (-4, -2, 0, 2, 4):
            picture.text(200 + 42 * z, top + 36 + height, f"{z}", "small")
        top += 160
    picture.write(folder, "curves.svg")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else HERE
    all_tensors = tensors()
    mazur(folder, all_tensors)
    flow(folder)
    fork(folder, all_tensors)
    curves(folder)


if __name__ == "__main__":
    main()
