// How a number comes about: its formula with names and with numbers, what it is made of, what uses it, and the tree down to inputs and weights.

const mostInTree = 400;
const mostListed = 24;
const longestLine = 44;

function stepsOf(id) {
  return (elementOf(id).steps ?? []).map((step) => rounded(step, view.digits));
}

// A covered number shows its formula in names, and no number.
function shownSteps(id) {
  const steps = stepsOf(id);
  return isCovered(id) ? steps.slice(0, 1) : [...steps, written(valueOf(id), view.digits)];
}

// On one line, where what each unit adds has no line of its own.
function flatSteps(id) {
  const { steps, flat } = elementOf(id);
  return flat === undefined || isCovered(id) ? shownSteps(id) : [steps[0], flat].map((step) => rounded(step, view.digits)).concat(written(valueOf(id), view.digits));
}

function cardElement(id) {
  const record = recordAt(id);
  const element = elementOf(id);
  const card = html("section", { class: "card", "aria-labelledby": "card-title" },
    html("h2", { id: "card-title" }, fullNameOf(id)),
    html("p", { class: "what" }, equationMark(record), element.remark ?? record.formula ?? "given"),
    givenBeside(id),
    derivationElement(nameOf(id), shownSteps(id), isCovered(id) ? [] : element.parts ?? []),
    ...preambleElements(record, isCovered(id)),
    element.beside === undefined || isCovered(id) ? null : besideElement(id, element.beside, record.difference),
    cardButtons(id),
    listElement("Made of", readsOf(id), record),
    listElement("Used by", [...usersOf(id)], record));
  return card;
}

function equationMark(record) {
  return record.equation === null ? null : html("span", { class: "equation" }, record.equation);
}

// One step to a line, as in the text of the trace; a short derivation stands on one line.
function derivationElement(name, steps, parts) {
  const whole = steps.join(" = ");
  if (parts.length === 0 && name.length + whole.length < longestLine) {
    return html("ol", { class: "derivation" }, html("li", {}, html("b", {}, name), ` = ${whole}`));
  }

  const lines = steps.map((step, place) => html("li", {}, place === 0 ? html("b", {}, name) : null, ` = ${step}`));
  const contributions = parts.map(([from, ...partSteps]) => html("li", { class: "part" }, `${from}: ${partSteps.map((step) => rounded(step, view.digits)).join(" = ")}`));
  lines.splice(1, 0, ...contributions);
  return html("ol", { class: "derivation" }, ...lines);
}

function preambleElements(record, covered) {
  return (record.preamble ?? []).map(([name, ...steps]) => derivationElement(name, (covered ? steps.slice(0, 1) : steps).map((step) => rounded(step, view.digits)), []));
}

// The literal chain through the Jacobian and the shortcut give one number.
function besideElement(id, steps, difference) {
  return html("div", { class: "beside" },
    html("p", {}, "beside it, the shortcut a \u2212 y:"),
    derivationElement(nameOf(id), steps.map((step) => rounded(step, view.digits)), []),
    html("p", {}, `largest difference: ${difference}`));
}

function cardButtons(id) {
  const uncovering = isCovered(id) ? actionButton("Show this one", () => uncover(id)) : null;
  const go = recordAt(id).number === view.record ? null : actionButton("Go to its record", () => { view.record = recordAt(id).number; });
  const pinning = actionButton(view.pinned === id ? "Unpin" : "Pin, down to the inputs", () => { view.pinned = view.pinned === id ? null : id; });
  return html("p", { class: "actions" }, pinning, go, uncovering);
}

function actionButton(text, act) {
  const button = html("button", { type: "button" }, text);
  button.addEventListener("click", () => {
    act();
    render();
  });
  return button;
}

function listElement(title, ids, record) {
  if (ids.length === 0) {
    return null;
  }

  const shown = ids.slice(0, mostListed);
  const items = shown.map((id) => html("li", {}, nameButton(id, nameBeside(id, record)), isCovered(id) ? "" : ` ${written(valueOf(id), view.digits)}`));
  const rest = ids.length - shown.length;
  return html("div", { class: "list" }, html("h3", {}, title), html("ul", {}, ...items, rest > 0 ? html("li", {}, `and ${rest} more`) : null));
}

// The tree of loopnet explain: a number that stands in it already is named again, not derived again.
function treeElement(id) {
  const known = new Set();
  return html("section", { class: "tree", "aria-labelledby": "tree-title" },
    html("h2", { id: "tree-title" }, `${fullNameOf(id)}, down to inputs and weights`),
    html("ul", {}, branch(id, recordAt(id), known)));
}

function branch(id, from, known) {
  const record = recordAt(id);
  const isKnown = known.has(id);
  const line = [nameButton(id, nameBeside(id, from)), ...flatSteps(id).slice(isKnown ? -1 : 0).map((step) => ` = ${step}`), " ", equationMark(record), remarkOf(id, isKnown)];
  if (isKnown || known.size >= mostInTree) {
    return html("li", {}, ...line, !isKnown && readsOf(id).length > 0 ? " ... (pin it to go on from here)" : null);
  }

  known.add(id);
  const reads = readsOf(id);
  const followed = followedOf(id);
  const children = [...preambleBranches(record, known), ...followed.map((read) => branch(read, record, known))];
  if (followed.length < reads.length) {
    children.push(html("li", {}, `... ${reads.length - followed.length} more numbers of this sum`));
  }

  return html("li", {}, ...line, children.length === 0 ? null : html("ul", {}, ...children));
}

// Of a long sum, its ends.
function followedOf(id) {
  const reads = readsOf(id);
  const [head, tail] = elementOf(id).followed ?? [reads.length, 0];
  return [...reads.slice(0, head), ...reads.slice(reads.length - tail)];
}

// The maximum and the sum of a softmax have no name of their own.
function preambleBranches(record, known) {
  const isKnown = known.has(record);
  known.add(record);
  return view.covered ? [] : (record.preamble ?? []).map(([name, ...steps]) => html("li", {}, html("b", {}, name),
    ...steps.slice(isKnown ? -1 : 0).map((step) => ` = ${rounded(step, view.digits)}`),
    isKnown ? html("span", { class: "remark" }, " (above)") : null));
}

function remarkOf(id, isKnown) {
  const remark = isKnown ? "above" : elementOf(id).remark;
  return remark === undefined ? null : html("span", { class: "remark" }, ` (${remark})`);
}
