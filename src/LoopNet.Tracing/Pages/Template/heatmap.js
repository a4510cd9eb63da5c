// A tensor of many numbers: a picture with a scale, and one row and one column of it in numbers.

const shownAround = 8;

function heatMap(record) {
  const grid = gridOf(record);
  const largest = record.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const canvas = html("canvas", { width: grid.columns, height: grid.rows, role: "img", "aria-label": `${record.symbol}: ${shapeOf(record)} numbers, from ${-largest} to ${largest}`, class: "heat" });
  paint(canvas, record.values, largest);
  const numbers = html("div", { class: "matrices" });
  const choose = (id) => numbers.replaceChildren(...rowAndColumn(record, id));
  canvas.addEventListener("click", (event) => {
    const column = Math.floor(event.offsetX / canvas.clientWidth * grid.columns);
    const row = Math.floor(event.offsetY / canvas.clientHeight * grid.rows);
    const place = row * grid.columns + column;
    if (place < record.values.length) {
      pin(record.first + place);
    }
  });
  const isPinnedHere = view.pinned !== null && recordAt(view.pinned) === record;
  const chosen = isPinnedHere ? view.pinned : record.first;
  choose(chosen);
  return html("div", { class: "heatmap" }, canvas, scaleElement(largest), picker(record, chosen, choose), numbers);
}

// A vector has no rows of its own: it is wound up, 784 pixels as the 28 rows of their picture.
function gridOf(record) {
  const columns = record.shape.length < 2 ? Math.ceil(Math.sqrt(record.values.length)) : record.shape.at(-1);
  return { columns, rows: Math.ceil(record.values.length / columns) };
}

// Blue is above 0 and orange below it; the paper is 0.
function paint(canvas, values, largest) {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const paper = isDark ? [24, 26, 30] : [255, 255, 255];
  const [above, below] = isDark ? [[122, 184, 255], [255, 176, 112]] : [[11, 92, 173], [179, 71, 0]];
  const image = new ImageData(canvas.width, canvas.height);
  values.forEach((value, place) => {
    const end = value < 0 ? below : above;
    const share = largest === 0 ? 0 : Math.abs(value) / largest;
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * place + channel] = paper[channel] + share * (end[channel] - paper[channel]);
    }

    image.data[4 * place + 3] = 255;
  });
  canvas.getContext("2d").putImageData(image, 0, 0);
}

function scaleElement(largest) {
  const end = written(largest, 3);
  return html("p", { class: "scale" }, html("span", {}, `\u2212${end}`), html("span", { class: "ramp", "aria-hidden": "true" }), html("span", {}, end));
}

function picker(record, chosen, choose) {
  const place = indexAt(record, chosen - record.first);
  const index = () => inputs.map((input) => Math.min(Math.max(Number(input.value), 0), Number(input.max)));
  const inputs = record.shape.map((size, d) => html("input", { type: "number", min: 0, max: size - 1, value: place[d], "aria-label": `${record.symbol}, index ${d}` }));
  inputs.forEach((input) => input.addEventListener("input", () => {
    choose(record.first + index().reduce((sum, number, d) => sum * record.shape[d] + number, 0));
  }));
  return html("p", { class: "picker" }, "In numbers, around ", ...inputs);
}

// Some numbers of the row and of the column of a number.
function rowAndColumn(record, id) {
  const grid = record.shape.length < 2 ? { columns: record.values.length, rows: 1 } : gridOf(record);
  const place = id - record.first;
  const row = Math.floor(place / grid.columns);
  const column = place % grid.columns;
  const across = around(column, grid.columns).map((each) => record.first + row * grid.columns + each);
  const down = around(row, grid.rows).map((each) => record.first + each * grid.columns + column);
  return grid.rows === 1 ? [lineElement("Near it", across)] : [lineElement("Along its row", across), lineElement("Along its column", down)];
}

function around(centre, size) {
  const start = Math.max(0, Math.min(centre - shownAround, size - 2 * shownAround - 1));
  return range(Math.min(size, 2 * shownAround + 1)).map((offset) => start + offset);
}

function lineElement(title, ids) {
  const rows = ids.map((id) => html("tr", {}, html("th", { scope: "row" }, nameOf(id)), html("td", {}, cell(id))));
  return html("table", {}, html("caption", {}, title), html("tbody", {}, ...rows));
}
