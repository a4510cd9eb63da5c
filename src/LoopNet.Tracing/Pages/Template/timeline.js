// The records in the order of their computation, by step, sample and phase; and the equations, with the first record of each.

function timelineElement() {
  const groups = Map.groupBy(trace.records.filter(isShown), headingOf);
  const sections = [...groups].map(([heading, records]) => html("li", {},
    html("h2", {}, heading),
    html("ol", {}, ...records.map((record) => html("li", {}, recordButton(record))))));
  return html("ol", { class: "timeline" }, ...sections);
}

function recordButton(record) {
  const button = html("button", { type: "button", class: "record", "data-record": record.number },
    html("span", { class: "equation" }, record.equation ?? ""), ` ${record.symbol}`);
  button.addEventListener("click", () => show(record.number));
  return button;
}

function markTimeline() {
  for (const button of document.querySelectorAll(".record")) {
    const isCurrent = Number(button.dataset.record) === view.record;
    button.toggleAttribute("aria-current", isCurrent);
    if (isCurrent) {
      button.setAttribute("aria-current", "step");
      keepInSight(button);
    }
  }
}

function keepInSight(button) {
  const list = button.closest(".timeline");
  const place = button.offsetTop - list.offsetTop;
  if (place < list.scrollTop || place + button.offsetHeight > list.scrollTop + list.clientHeight) {
    list.scrollTop = place - list.clientHeight / 2;
  }
}

function contentsElement() {
  const used = Object.keys(equations).filter((id) => trace.records.some((record) => record.equation === id));
  const items = used.map((id) => {
    const button = html("button", { type: "button", class: "record-link" }, html("span", { class: "equation" }, id), ` ${equations[id]}`);
    button.addEventListener("click", () => show(trace.records.find((record) => record.equation === id).number));
    return html("li", {}, button);
  });
  return html("details", { class: "contents" }, html("summary", {}, "The equations"), html("ul", {}, ...items));
}
