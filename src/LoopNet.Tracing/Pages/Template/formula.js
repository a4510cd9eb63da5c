// Formulas of the trace as MathML: z1 = W1 x + b1 has its layers as subscripts, dL/dW1 is a fraction, sum_i has its letter below.

const greek = { delta: "\u03b4", Delta: "\u0394", eta: "\u03b7", theta: "\u03b8", alpha: "\u03b1", beta: "\u03b2", sigma: "\u03c3", lambda: "\u03bb", phi: "\u03c6" };

const formulaTokens = new RegExp([
  /(?<over>[d\u2202][A-Za-z]\w*'?\/[d\u2202][A-Za-z]\w*'?)/,
  /(?<sum>sum(?:_[a-z])?(?![A-Za-z]))/,
  /(?<fraction>[0-9]+\/[0-9n]+(?![0-9]))/,
  /(?<number>[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?)/,
  /(?<name>[A-Za-z\u0370-\u03ff][\w\u0370-\u03ff]*'?)/,
  /(?<power>\^(?:T|[0-9]+))/,
  /(?<index>(?<=[\w'])\[[^\[\]]*\])/,
  /(?<space>\s+)/,
  /(?<sign>.)/,
].map((part) => part.source).join("|"), "gu");

function formulaElement(text) {
  const row = [];
  for (const { groups } of text.matchAll(formulaTokens)) {
    const part = formulaPart(groups, row);
    if (part !== null) {
      row.push(part);
    }
  }

  return math("math", { alttext: text }, math("mrow", {}, ...row));
}

// A heading is read aloud as it stands in the text of the trace.
function spokenFormula(text) {
  const picture = formulaElement(text);
  picture.setAttribute("aria-hidden", "true");
  return html("span", {}, picture, html("span", { class: "spoken" }, text));
}

function formulaPart(token, row) {
  if (token.over !== undefined) {
    const [above, below] = token.over.split("/");
    return math("mfrac", {}, differential(above), differential(below));
  }

  if (token.sum !== undefined) {
    const letter = token.sum.slice("sum_".length);
    return letter === "" ? math("mo", {}, "\u2211") : math("munder", {}, math("mo", {}, "\u2211"), math("mi", {}, letter));
  }

  if (token.fraction !== undefined) {
    const [above, below] = token.fraction.split("/");
    return math("mfrac", {}, math("mn", {}, above), math(below === "n" ? "mi" : "mn", {}, below));
  }

  if (token.power !== undefined || token.index !== undefined) {
    return onto(token, row);
  }

  if (token.number !== undefined) {
    return math("mn", {}, token.number);
  }

  return token.name === undefined ? signElement(token) : nameElement(token.name);
}

// A power or an index belongs to what stands before it; to all of it, where that is in parentheses.
function onto(token, row) {
  const base = row.at(-1)?.textContent === ")" ? math("mrow", {}, ...row.splice(openOf(row))) : row.pop();
  if (token.power !== undefined) {
    const power = token.power.slice(1);
    return math("msup", {}, base, math(power === "T" ? "mi" : "mn", {}, power));
  }

  return math("msub", {}, math("mrow", {}, base), math("mtext", {}, token.index.slice(1, -1)));
}

function openOf(row) {
  let depth = 0;
  for (let place = row.length - 1; place >= 0; place--) {
    depth += row[place].textContent === ")" ? 1 : row[place].textContent === "(" ? -1 : 0;
    if (depth === 0) {
      return place;
    }
  }

  return 0;
}

function signElement({ space, sign }) {
  if (space !== undefined) {
    return math("mspace", { width: "0.25em" });
  }

  return math("mo", { stretchy: "()".includes(sign) ? "true" : "false" }, { "-": "\u2212", "*": "\u00b7", ">": ">" }[sign] ?? sign);
}

function differential(text) {
  return math("mrow", {}, math("mo", { rspace: "0", lspace: "0" }, "\u2202"), nameElement(text.slice(1)));
}

// z1 is z with a 1 below it, W1' has a prime, net_h1 has h1 below it.
function nameElement(name) {
  const [, base, below, layer, prime] = /^([A-Za-z\u0370-\u03ff]+?)(?:_(.+?)|([0-9]+))?('?)$/u.exec(name) ?? [null, name];
  const letter = math("mi", {}, greek[base] ?? base);
  const lower = below === undefined ? layer && math("mn", {}, layer) : math("mi", {}, below);
  const withLower = lower === undefined ? letter : math("msub", {}, letter, lower);
  return prime ? math("mrow", {}, withLower, math("mo", { lspace: "0", rspace: "0" }, "\u2032")) : withLower;
}
