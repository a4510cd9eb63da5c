// On paper all records stand one after another, each with its formula, its numbers and their arithmetic.

const mostPrinted = 64;

function paperElement() {
  let heading = "";
  const sections = trace.records.flatMap((record) => {
    const isNew = headingOf(record) !== heading;
    heading = headingOf(record);
    return [isNew ? html("h2", {}, heading) : null, paperRecord(record)];
  });
  return html("div", { id: "paper" }, html("h1", {}, document.title), networkElement(trace.records.length - 1), ...sections);
}

function paperRecord(record) {
  const ids = (record.values ?? []).slice(0, mostPrinted).map((_, place) => record.first + place);
  const isWhole = ids.length === (record.values?.length ?? 0);
  const derivations = isGiven(record) || !isWhole || view.covered ? [] : ids.filter((id) => stepsOf(id).length > 0).map((id) => derivationElement(nameOf(id), shownSteps(id), elementOf(id).parts ?? []));
  return html("section", { class: isGiven(record) ? "paper-record beside-others" : "paper-record" },
    html("p", { class: "paper-formula" }, equationMark(record), formulaElement(record.formula ?? record.symbol)),
    isWhole ? tensorBody(record) : html("p", {}, `${record.values.length} numbers, too many for paper.`),
    ...preambleElements(record, view.covered),
    ...derivations);
}

addEventListener("beforeprint", () => document.body.append(paperElement()));
addEventListener("afterprint", () => document.getElementById("paper")?.remove());
