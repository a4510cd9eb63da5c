// Numbers that are covered: blanks to fill in, judged as they are typed.

// What was typed, by the count of its number: { text, judgement }.
const entries = new Map();

function isCovered(id) {
  return view.covered && !isGiven(recordAt(id)) && entries.get(id)?.judgement !== "shown";
}

function enter(id, text) {
  if (text.trim() === "") {
    entries.delete(id);
    return;
  }

  const typed = typedNumber(text);
  entries.set(id, { text, judgement: typed === null ? "unreadable" : judged(typed, valueOf(id), false) });
}

function blank(id) {
  const entry = entries.get(id);
  const name = fullNameOf(id);
  const input = html("input", { class: "blank", "data-number": id, inputmode: "decimal", autocomplete: "off", spellcheck: "false", size: 8, "aria-label": `${name}, your number`, value: entry?.text });
  const sign = html("span", { class: "judgement", role: "img" });
  const judge = () => markJudgement(input, sign, entries.get(id));
  input.addEventListener("input", () => {
    enter(id, input.value);
    judge();
    renderScore();
  });
  judge();
  return html("span", { class: "answer" }, input, sign);
}

function markJudgement(input, sign, entry) {
  const judgement = entry === undefined ? null : judgements[entry.judgement];
  input.dataset.judgement = entry?.judgement ?? "";
  sign.textContent = judgement?.sign ?? "";
  sign.hidden = judgement === null;
  sign.setAttribute("aria-label", judgement?.words ?? "");
  sign.title = judgement?.words ?? "";
}

function uncover(id) {
  entries.set(id, { text: written(valueOf(id), view.digits), judgement: "shown" });
}

function score() {
  const typed = [...entries.values()].filter((entry) => entry.judgement !== "shown");
  const right = typed.filter((entry) => entry.judgement === "right" || entry.judgement === "last digit");
  return `${right.length} of ${typed.length} filled in are right`;
}

// An answers file for loopnet check: what was typed, as it was typed.
function answersFile() {
  const answers = trace.header.notation === undefined ? {} : { notation: trace.header.notation };
  const ids = [...entries.keys()].toSorted((one, other) => one - other);
  for (const id of ids) {
    const { text, judgement } = entries.get(id);
    if (judgement !== "shown" && judgement !== "unreadable") {
      answers[fullNameOf(id)] = typedNumber(text).text;
    }
  }

  return `${JSON.stringify(answers, null, 2)}\n`;
}

function saveAnswers() {
  const url = URL.createObjectURL(new Blob([answersFile()], { type: "application/json" }));
  html("a", { href: url, download: `${trace.header.example}.answers.json` }).click();
  URL.revokeObjectURL(url);
}
