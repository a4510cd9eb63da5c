// The page: what stands where, and what keys and pointers do.

const root = document.getElementById("page");

function show(number) {
  view.record = number;
  render();
}

function pin(id) {
  view.pinned = view.pinned === id ? null : id;
  view.looked = id;
  render();
}

function look(id) {
  view.looked = id ?? view.pinned;
  place("card", view.looked === null ? cardHint() : cardElement(view.looked));
  markNumbers(view.looked);
}

function place(name, ...children) {
  document.getElementById(name).replaceChildren(...children.filter((child) => child !== null));
}

// Draws anew what depends on the record, the pin, the digits or the cover. The focus stays on its number, where that is still in sight.
function render() {
  const focused = document.activeElement?.dataset?.number;
  const record = currentRecord();
  place("stage", ...stageElements(record));
  reachFormula();
  renderTree();
  place("position", positionText(record));
  look(view.looked);
  markTimeline();
  renderScore();
  history.replaceState(null, "", addressOf(view.record, view.pinned));
  if (focused !== undefined && document.activeElement === document.body) {
    const again = document.querySelector(`#stage [data-number="${focused}"], #tree [data-number="${focused}"]`);
    (again ?? document.getElementById("stage")).focus({ preventScroll: again !== null });
  }
}

// A formula that is wider than its place can be moved with the keys.
function reachFormula() {
  const formula = document.querySelector("#stage .formula");
  if (formula.scrollWidth > formula.clientWidth) {
    formula.tabIndex = 0;
  } else {
    formula.removeAttribute("tabindex");
  }
}

// The tree stays as it is while the reader walks on.
let shownTree = "";

function renderTree() {
  const wanted = [view.pinned, view.digits, view.covered, entries.size].join();
  if (wanted !== shownTree) {
    shownTree = wanted;
    place("tree", view.pinned === null ? null : treeElement(view.pinned));
  }
}

function positionText(record) {
  return `${headingOf(record)}. Record ${record.number + 1} of ${trace.records.length}`;
}

function stageElements(record) {
  const used = readRecords(record);
  return [
    html("h2", { class: "formula" }, equationMark(record), " ", spokenFormula(record.formula ?? record.symbol)),
    html("p", { class: "sentence" }, sentenceOf(record), record.note === undefined ? null : ` ${record.note}.`),
    networkElement(record.number),
    html("div", { class: "tensors" }, tensorElement(record, isGiven(record) ? "given" : "computed here"), ...used.map((each) => tensorElement(each, "used"))),
  ];
}

// The tensors from which a record is computed, in the order of the formula.
function readRecords(record) {
  record.used ??= new Set((record.elements ?? []).flatMap((element) => element.reads ?? []).map(recordAt));
  return [...record.used];
}

function cardHint() {
  return html("p", { class: "hint" }, "Point at a number, or move the focus to it: here stands how it comes about. Press it to pin it: then the whole way down to inputs and weights stands here, and stays while you walk on.");
}

function renderScore() {
  const element = document.getElementById("score");
  element.hidden = !view.covered;
  element.textContent = view.covered ? score() : "";
}

function frame() {
  const { header } = trace;
  document.title = `${header.example}: a step of backpropagation, number by number`;
  root.append(
    html("header", { class: "bar" }, html("h1", {}, header.example), ...controls()),
    html("div", { class: "columns" },
      html("nav", { "aria-label": "Records" }, html("div", { id: "records" }, timelineElement()), contentsElement()),
      html("main", {}, walk(), html("div", { id: "stage", tabindex: "-1" })),
      html("aside", { "aria-label": "How a number comes about" },
        trace.end.answers === undefined ? null : findingElement(),
        html("div", { id: "card" }), html("div", { id: "tree" }), aboutElement())));
  root.hidden = false;
  document.getElementById("text").hidden = true;
}

function controls() {
  const digits = html("input", { type: "number", min: 2, max: 17, value: view.digits });
  digits.addEventListener("input", () => {
    view.digits = Math.min(Math.max(Math.trunc(Number(digits.value)) || trace.header.digits, 2), 17);
    render();
  });
  const direction = html("select", {}, html("option", { value: "all" }, "all of it"), html("option", { value: "forward" }, "forward only"), html("option", { value: "backward" }, "backward only"));
  direction.addEventListener("input", () => {
    view.direction = direction.value;
    document.getElementById("records").replaceChildren(timelineElement());
    if (!isShown(currentRecord())) {
      view.record = endRecord(-1);
    }

    render();
  });
  const cover = html("input", { type: "checkbox" });
  const save = html("button", { type: "button", hidden: true }, "Save as answers");
  save.addEventListener("click", saveAnswers);
  cover.addEventListener("input", () => {
    view.covered = cover.checked;
    save.hidden = !view.covered;
    render();
  });
  return [
    html("label", {}, "Digits ", digits),
    html("label", {}, "Walk ", direction),
    html("label", {}, cover, " Cover the numbers"),
    html("output", { id: "score", hidden: true }),
    save,
  ];
}

function walk() {
  const step = (sign, label, move) => {
    const button = html("button", { type: "button", "aria-label": label, title: label }, sign);
    button.addEventListener("click", () => show(move()));
    return button;
  };
  return html("div", { class: "walk" },
    step("\u21e4", "First record (Home)", () => endRecord(-1)),
    step("\u00ab", "Phase before (Page Up)", () => nextPhase(-1)),
    step("\u2190", "Record before (Left)", () => nextRecord(-1)),
    html("p", { id: "position", "aria-live": "polite" }),
    step("\u2192", "Next record (Right)", () => nextRecord(1)),
    step("\u00bb", "Next phase (Page Down)", () => nextPhase(1)),
    step("\u21e5", "Last record (End)", () => endRecord(1)));
}

function aboutElement() {
  const { header, end } = trace;
  const conventions = header.conventions.flatMap(([label, text]) => [html("dt", {}, label), html("dd", {}, text)]);
  return html("details", { class: "about" }, html("summary", {}, "What has to be settled first"),
    header.source === null ? null : html("p", {}, header.source),
    html("dl", {}, ...conventions),
    html("pre", { tabindex: "0" }, end.text));
}

const keys = {
  ArrowRight: () => nextRecord(1),
  ArrowDown: () => nextRecord(1),
  ArrowLeft: () => nextRecord(-1),
  ArrowUp: () => nextRecord(-1),
  PageDown: () => nextPhase(1),
  PageUp: () => nextPhase(-1),
  Home: () => endRecord(-1),
  End: () => endRecord(1),
};

function onKey(event) {
  const target = event.target instanceof Element ? event.target : document.body;
  const isTyping = target.closest("input:not([type=checkbox]), select") !== null;
  const isOwn = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  if (isOwn || isTyping) {
    return;
  }

  const number = target.closest("svg [data-number]");
  if (number !== null && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    pin(Number(number.dataset.number));
  } else if (event.key === "Escape") {
    view.pinned = null;
    view.looked = null;
    render();
  } else if (keys[event.key] !== undefined) {
    event.preventDefault();
    show(keys[event.key]());
  }
}

function numberUnder(event) {
  const element = event.target.closest?.("[data-number]");
  return element === null || element === undefined ? null : Number(element.dataset.number);
}

function listen() {
  document.addEventListener("keydown", onKey);
  for (const kind of ["pointerover", "focusin"]) {
    root.addEventListener(kind, (event) => {
      const id = numberUnder(event);
      if (id !== null && event.target.closest("#card") !== null) {
        markNumbers(id);
      } else if (id !== null && id !== view.looked) {
        look(id);
      }
    });
  }

  root.addEventListener("click", (event) => {
    const id = numberUnder(event);
    if (id !== null && event.target.closest("input") === null) {
      pin(id);
    }
  });
  addEventListener("hashchange", () => {
    goTo(location.hash);
    render();
  });
  addEventListener("resize", reachFormula);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
}

frame();
listen();
goTo(location.hash);
if (view.pinned === null && trace.end.answers?.firstWrong !== undefined) {
  view.pinned = trace.end.answers.firstWrong;
  view.looked = view.pinned;
  view.record = recordAt(view.pinned).number;
}

render();
performance.mark("ready");
