// Tensors as tables in which every number is a button.

const largestTable = 400;

function tensorElement(record, role) {
  const title = formulaElement(record.symbol);
  const caption = html("figcaption", {}, title, html("span", { class: "shape" }, ` ${shapeOf(record)} `), role === "" ? null : html("span", { class: "role" }, role));
  return html("figure", { class: "tensor" }, caption, tensorBody(record));
}

function tensorBody(record) {
  if (record.values === undefined) {
    return html("p", { class: "note" }, record.note);
  }

  if (record.values.length > largestTable) {
    return heatMap(record);
  }

  return html("div", { class: "matrices" }, ...matricesOf(record).map((matrix) => tableElement(record, matrix)));
}

// A vector is a column, as in the formulas; a tensor of rank 3 is its matrices, one after another.
function matricesOf(record) {
  const [columns, rows] = record.shape.length < 2 ? [1, record.shape[0] ?? 1] : [record.shape.at(-1), record.shape.at(-2)];
  const count = record.shape.length === 3 ? record.shape[0] : 1;
  return Array.from({ length: count }, (_, matrix) => ({ matrix, rows, columns, start: record.first + matrix * rows * columns }));
}

function tableElement(record, { matrix, rows, columns, start }) {
  const isMatrix = record.shape.length > 1;
  const name = record.shape.length === 3 ? `${record.symbol}, matrix ${matrix}` : record.symbol;
  const head = isMatrix ? html("thead", {}, html("tr", {}, html("td", {}), ...range(columns).map((column) => html("th", { scope: "col" }, String(column))))) : null;
  const body = range(rows).map((row) => html("tr", {},
    record.shape.length === 0 ? null : html("th", { scope: "row" }, String(row)),
    ...range(columns).map((column) => html("td", {}, cell(start + row * columns + column)))));
  return html("table", { "aria-label": name }, head, html("tbody", {}, ...body));
}

function range(count) {
  return Array.from({ length: count }, (_, number) => number);
}

function cell(id) {
  if (isCovered(id)) {
    return blank(id);
  }

  const text = written(valueOf(id), view.digits);
  return html("span", { class: "cell" }, numberButton(id, text, `${fullNameOf(id)} = ${text}`), givenBeside(id));
}

// What a number reads and what reads it, marked wherever they stand.
function markNumbers(looked) {
  const reads = new Set(looked === null ? [] : readsOf(looked));
  const usedBy = new Set(looked === null ? [] : usersOf(looked));
  for (const element of document.querySelectorAll("[data-number]")) {
    const id = Number(element.dataset.number);
    element.classList.toggle("looked", id === looked);
    element.classList.toggle("reads", reads.has(id));
    element.classList.toggle("uses", usedBy.has(id));
    element.classList.toggle("pinned", id === view.pinned);
  }
}
