// Numbers as people write them.

// A number to `digits` significant digits, as in the text of the trace: 0.3775, 1.5e-7.
function written(value, digits) {
  if (value === 0) {
    return Object.is(value, -0) ? "-0" : "0";
  }

  const [mantissa, power] = value.toExponential(digits - 1).split("e");
  const exponent = Number(power);
  const shortMantissa = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  const text = exponent > -5 && exponent < digits ? withoutExponent(shortMantissa, exponent) : `${shortMantissa}e${exponent}`;

  // What rounding would show as 1 keeps all its digits: 1 less than it and its logarithm live on them.
  return (text === "1" || text === "-1") && Math.abs(value) !== 1 ? String(value) : text;
}

function withoutExponent(mantissa, exponent) {
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  if (exponent < 0) {
    return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  }

  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const rest = digits.slice(exponent + 1);
  return rest === "" ? `${sign}${whole}` : `${sign}${whole}.${rest}`;
}

// The marked numbers of a formula, rounded to `digits`: 0.2~*1~ + 0.15~ becomes 0.2*1 + 0.15.
function rounded(formula, digits) {
  return formula.replace(/(-?[0-9.]+(?:e-?[0-9]+)?)~/g, (_, number) => written(Number(number), digits));
}

const literal = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE]([+-]?[0-9]{1,6}))?$/;

// What a person has typed, as loopnet check reads it: at the precision at which it is written.
function typedNumber(text) {
  const plain = text.trim().replace("\u2212", "-").replace(",", ".");
  const match = literal.exec(plain);
  if (match === null || !Number.isFinite(Number(plain))) {
    return null;
  }

  const [, digits, exponent] = match;
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  return {
    text: plain,
    value: Number(plain),
    unit: Number(`1e${Number(exponent ?? 0) - decimals}`),
    significant: digits.replace(".", "").replace(/^0+/, "").length,
  };
}

// right, last digit, coarse or wrong. What is given is copied, so that nothing was rounded on the way to it.
function judged(typed, right, isGiven) {
  const distance = Math.abs(typed.value - right);
  const slack = 1e-9 * typed.unit + 1e-15 * Math.abs(right);
  if (distance <= 1e-14 || distance <= 1e-12 * Math.abs(right)) {
    return "right";
  }

  if (distance <= 0.5 * typed.unit + slack) {
    return typed.significant > 0 ? "right" : isGiven ? "wrong" : "coarse";
  }

  const units = right / typed.unit;
  const isShort = Math.abs(units - Math.round(units)) <= 1e-6;
  const isNear = distance <= 1.5 * typed.unit + slack && typed.value * right > 0;
  return isNear && typed.significant >= 3 && !isShort && !isGiven ? "last digit" : "wrong";
}

const judgements = {
  "right": { sign: "\u2713", words: "right to every digit that is written" },
  "last digit": { sign: "\u2248", words: "one unit off in the last digit: rounding on the way" },
  "coarse": { sign: "\u2248", words: "rounded so far that no digit is left: write more of them" },
  "wrong": { sign: "\u2717", words: "another number" },
  "unreadable": { sign: "?", words: "no number" },
  "shown": { sign: "\u25c7", words: "shown" },
};
