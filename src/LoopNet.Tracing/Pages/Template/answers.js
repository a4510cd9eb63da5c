// The numbers of a hand calculation beside the right ones, as loopnet check has judged them.

const given = new Map((trace.end.answers?.numbers ?? []).map((answer) => [answer.number, answer]));

const givenSigns = { right: "\u2713", follows: "\u2192", wrong: "\u2717" };

function givenBeside(id) {
  const answer = given.get(id);
  if (answer === undefined) {
    return null;
  }

  const sign = html("span", { class: "judgement", role: "img", "aria-label": answer.words, title: answer.words }, givenSigns[answer.judgement]);
  return html("span", { class: "given", "data-judgement": answer.judgement }, `you: ${answer.written} `, sign);
}

// What the check found, and every number that is not right.
function findingElement() {
  const { report, firstWrong } = trace.end.answers;
  const wrong = [...given.values()].filter((answer) => answer.judgement !== "right");
  const button = (answer) => html("li", {}, nameButton(answer.number, fullNameOf(answer.number)), ` ${givenSigns[answer.judgement]} ${answer.words}`);
  return html("section", { class: firstWrong === undefined ? "finding sound" : "finding", "aria-labelledby": "finding-title" },
    html("h2", { id: "finding-title" }, firstWrong === undefined ? "No number is wrong" : `The first wrong number is ${fullNameOf(firstWrong)}`),
    html("pre", { tabindex: "0" }, report.join("\n")),
    wrong.length === 0 ? null : html("details", { open: true }, html("summary", {}, "All that are not right"), html("ul", {}, ...wrong.map(button))));
}
