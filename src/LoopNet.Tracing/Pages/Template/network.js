// The network, drawn: what flows forward stands above a unit and what flows back below it, as far as the step has come.

const largestDrawnLayer = 8;
const unitRadius = 22;
const columnWidth = 150;
const rowHeight = 120;

function networkElement(upTo) {
  const { sizes } = trace.header;
  const current = trace.records[upTo];
  const sample = current.sample ?? lastSampleBefore(upTo);
  const isSmall = sizes.every((size) => size <= largestDrawnLayer);
  const drawing = { upTo, step: current.step, sample, current, rows: isSmall ? Math.max(...sizes) : 2 };
  const width = (sizes.length + (trace.header.hasLoss ? 0.75 : 0)) * columnWidth;
  const height = drawing.rows * rowHeight + (isSmall ? 50 : 70);
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "network", role: "group", "aria-label": `The network ${sizes.join("-")}, sample ${sample}` },
    ...(isSmall ? [...wiresOf(drawing), ...unitsOf(drawing)] : blocksOf(drawing)),
    ...headingsOf(),
    ...(trace.header.hasLoss ? lossOf(drawing, drawing.rows * rowHeight) : []));
  return html("figure", { class: "drawing" }, picture, legendElement(isSmall));
}

function lastSampleBefore(number) {
  const samples = trace.records.slice(0, number + 1).filter((record) => record.step === trace.records[number].step && record.sample !== undefined);
  return samples.at(-1)?.sample ?? 0;
}

function legendElement(isSmall) {
  const entry = (kind, text) => html("span", { class: `legend-${kind}` }, text);
  const wires = isSmall ? ["lines: weights, and on the way back their gradients; the thicker, the larger; dashed: below 0", "bar: the slope of the unit is 0, and no gradient passes"] : ["each square is a unit; the stronger, the larger"];
  return html("figcaption", { class: "legend" }, entry("value", "above, blue: outputs"), entry("gradient", "below, orange: gradients of the loss by the output, and by the sum z"), ...wires.map((text) => html("span", {}, text)));
}

function xOf(layer) {
  return (layer + 0.5) * columnWidth;
}

function yOf(drawing, layer, unit) {
  const size = trace.header.sizes[layer];
  return (unit + 0.5 + (drawing.rows - size) / 2) * rowHeight + 34;
}

function headingsOf() {
  const names = ["input", ...trace.header.activations];
  return names.map((name, layer) => svg("text", { x: xOf(layer), y: 18, class: "heading" }, name));
}

// A record of the step, if the step has come so far; its numbers stand in the drawing.
function reached(drawing, kind, layer) {
  const isOfStep = ["W", "b", "W_new", "b_new"].includes(kind);
  const record = recordOf(drawing.step, isOfStep ? undefined : drawing.sample, kind, layer);
  return record !== undefined && record.number <= drawing.upTo && record.values !== undefined ? record : undefined;
}

function matrixPlace(record, unit, input) {
  const isTurned = trace.header.notation?.layout === "input-unit";
  return isTurned ? input * record.shape[1] + unit : unit * record.shape[1] + input;
}

function wiresOf(drawing) {
  const wires = [];
  for (let layer = 1; layer < trace.header.sizes.length; layer++) {
    const gradient = reached(drawing, "dL_dW", layer);
    const record = gradient ?? reached(drawing, "W", layer);
    const largest = record === undefined ? 0 : Math.max(...record.values.map(Math.abs));
    for (let unit = 0; unit < trace.header.sizes[layer]; unit++) {
      for (let input = 0; input < trace.header.sizes[layer - 1]; input++) {
        const id = record && record.first + matrixPlace(record, unit, input);
        wires.push(wireElement(drawing, layer, unit, input, { id, largest, kind: gradient ? "gradient" : "value" }));
      }
    }
  }

  return wires;
}

function wireElement(drawing, layer, unit, input, { id, largest, kind }) {
  const value = id === undefined ? 0 : valueOf(id);
  const share = largest === 0 ? 0 : Math.abs(value) / largest;
  const isCurrent = drawing.current.layer === layer && ["z", "dL_dW", "dz_dW", "W", "W_new"].includes(drawing.current.kind);
  const classes = ["wire", kind, value < 0 ? "negative" : "", value === 0 ? "nothing" : "", isCurrent ? "current" : ""];
  return svg("line", {
    x1: xOf(layer - 1) + unitRadius, y1: yOf(drawing, layer - 1, input), x2: xOf(layer) - unitRadius, y2: yOf(drawing, layer, unit),
    "stroke-width": 0.8 + 4.2 * share, class: classes.join(" ").trim(), "data-wire": id,
  });
}

function unitsOf(drawing) {
  return trace.header.sizes.flatMap((size, layer) => range(size).map((unit) => unitElement(drawing, layer, unit)));
}

function unitElement(drawing, layer, unit) {
  const x = xOf(layer);
  const y = yOf(drawing, layer, unit);
  const output = reached(drawing, "a", layer);
  const gradient = reached(drawing, "dL_da", layer) ?? reached(drawing, "dL_dz", layer);
  const ofSum = gradient?.kind === "dL_da" ? reached(drawing, "dL_dz", layer) : undefined;
  const slope = reached(drawing, "da_dz", layer);
  const isBlocked = slope !== undefined && slope.values[unit * slope.shape[1] + unit] === 0;
  const isCurrent = drawing.current.layer === layer && ["z", "a", "dL_da", "da_dz", "dL_dz", "b", "b_new", "dL_db"].includes(drawing.current.kind);
  return svg("g", { class: `unit${isCurrent ? " current" : ""}${isBlocked ? " blocked" : ""}` },
    svg("circle", { cx: x, cy: y, r: unitRadius }),
    svg("text", { x, y: y + 5, class: "unit-name" }, nameOf(outputOf(drawing, layer).first + unit)),
    isBlocked ? svg("line", { x1: x - unitRadius - 8, x2: x - unitRadius - 8, y1: y - unitRadius - 4, y2: y + unitRadius + 4, class: "barrier" }, svg("title", {}, "The slope of this unit is 0: no gradient passes.")) : null,
    output && drawnNumber(output.first + unit, x, y - unitRadius - 7, "value"),
    gradient && drawnNumber(gradient.first + unit, x, y + unitRadius + 18, "gradient"),
    ofSum && drawnNumber(ofSum.first + unit, x, y + unitRadius + 34, "gradient of-sum", "z: "));
}

function outputOf(drawing, layer) {
  return recordOf(drawing.step, drawing.sample, "a", layer);
}

// A number in the drawing is a button like any other.
function drawnNumber(id, x, y, kind, before = "") {
  const text = isCovered(id) ? "?" : `${before}${written(valueOf(id), 4)}`;
  return svg("text", { x, y, class: `drawn ${kind}`, role: "button", tabindex: "0", "data-number": id, "aria-label": `${text}, ${fullNameOf(id)}${isCovered(id) ? ", covered" : ""}` }, text);
}

function lossOf(drawing, height) {
  const last = trace.header.sizes.length - 1;
  const x = xOf(last + 1) - 0.25 * columnWidth;
  const y = height / 2 + 34;
  const loss = reached(drawing, "L", last);
  return [
    svg("line", { x1: xOf(last) + unitRadius + 22, x2: x - 30, y1: y, y2: y, class: "to-loss" }),
    svg("text", { x, y: y + 5, class: "loss-name" }, loss?.symbol ?? "L"),
    loss ? drawnNumber(loss.first, x, y - 18, "value") : null,
  ];
}

// Layers that are too wide to be drawn unit by unit: a picture of each, outputs above and gradients below.
function blocksOf(drawing) {
  return trace.header.sizes.flatMap((size, layer) => {
    const x = xOf(layer);
    const output = reached(drawing, "a", layer);
    const gradient = reached(drawing, "dL_da", layer) ?? reached(drawing, "dL_dz", layer);
    return [
      layer === 0 ? null : svg("line", { x1: xOf(layer - 1) + 55, x2: x - 55, y1: rowHeight + 34, y2: rowHeight + 34, class: "to-loss" }),
      svg("g", { class: drawing.current.layer === layer ? "unit current" : "unit" },
        svg("rect", { x: x - 48, y: 30, width: 96, height: 2 * rowHeight + 8, rx: 6, class: "block" }),
        ...squaresOf(output, size, x - 42, 36, "value"),
        ...squaresOf(gradient, size, x - 42, 36 + rowHeight, "gradient"),
        svg("text", { x, y: 2 * rowHeight + 60, class: "heading" }, String(size))),
    ];
  }).filter((part) => part !== null);
}

function squaresOf(record, size, left, top, kind) {
  const columns = Math.ceil(Math.sqrt(size));
  const side = 84 / columns;
  const largest = record === undefined ? 0 : record.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const shares = largest === 0 ? [] : record.values.map((value) => Math.abs(value) / largest);
  return shares.map((share, unit) => {
    if (share === 0) {
      return null;
    }

    return svg("rect", { x: left + (unit % columns) * side, y: top + Math.floor(unit / columns) * side, width: side, height: side, "fill-opacity": share.toFixed(3), class: `square ${kind}` });
  });
}
