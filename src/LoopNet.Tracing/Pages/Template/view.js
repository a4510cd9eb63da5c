// What the reader sees at this moment, and its address: #step=12 is the twelfth record, #1/0/dL/dW1[0,1] a number, and both may stand together.

const view = {
  record: 0,
  pinned: null,
  looked: null,
  digits: trace.header.digits,
  direction: "all",
  covered: false,
};

const forwardPhases = ["parameters", "forward", "loss"];

function isShown(record) {
  return view.direction === "all" || (view.direction === "forward") === forwardPhases.includes(record.phase);
}

function currentRecord() {
  return trace.records[view.record];
}

// The number of the nearest record on a way of +1 or -1 for which `isWanted`; the current one where there is none.
function nextRecord(way, isWanted = () => true) {
  for (let number = view.record + way; number >= 0 && number < trace.records.length; number += way) {
    if (isShown(trace.records[number]) && isWanted(trace.records[number])) {
      return number;
    }
  }

  return view.record;
}

// Forward to the beginning of the next phase; back to the beginning of this one, or of the one before it.
function nextPhase(way) {
  const here = headingOf(currentRecord());
  if (way > 0) {
    return nextRecord(1, (record) => headingOf(record) !== here);
  }

  const begins = (record) => record.number === 0 || headingOf(trace.records[record.number - 1]) !== headingOf(record);
  return nextRecord(-1, begins);
}

function endRecord(way) {
  const records = way > 0 ? trace.records.toReversed() : trace.records;
  return records.find(isShown)?.number ?? view.record;
}

function addressOf(record, number) {
  const parts = [`step=${record + 1}`];
  if (number !== null) {
    parts.push(encodeURI(fullNameOf(number)).replaceAll("%5B", "[").replaceAll("%5D", "]"));
  }

  return `#${parts.join("&")}`;
}

// Takes the record and the number of an address; what it does not know changes nothing.
function goTo(address) {
  const parts = decodedAddress(address).split("&").filter((part) => part !== "");
  const step = parts.map((part) => /^step=([0-9]+)$/.exec(part)).find((match) => match !== null);
  const name = parts.find((part) => !part.startsWith("step="));
  const number = name === undefined ? null : numberOf(name);
  const record = step === undefined ? (number === null ? undefined : recordAt(number).number) : Number(step[1]) - 1;
  view.pinned = number;
  view.looked = number;
  if (trace.records[record] !== undefined) {
    view.record = record;
  }
}

function decodedAddress(address) {
  try {
    return decodeURIComponent(address.replace(/^#/, ""));
  } catch {
    return "";
  }
}

// The number of a name in the notation of the page, or in LoopNet's; null where nothing has it.
function numberOf(name) {
  const parts = /^(?:([0-9]+)\/([0-9]*)\/)?(.*?)(?:\[([0-9, ]+)\])?$/.exec(name);
  const step = Number(parts[1] ?? trace.records[0].step);
  const sample = Number(parts[2] || 0);
  const element = `${parts[3]}${parts[4] === undefined ? "" : `[${parts[4].replaceAll(" ", "")}]`}`;
  for (const record of trace.records.filter((each) => each.values !== undefined)) {
    if (record.place + element === name || (record.step === step && (record.sample ?? sample) === sample)) {
      const place = placeOf(record, parts[3], parts[4], element);
      if (place >= 0) {
        return record.first + place;
      }
    }
  }

  return null;
}

function placeOf(record, symbol, index, element) {
  if (record.names !== undefined) {
    const own = record.names.indexOf(element);
    if (own >= 0) {
      return own;
    }
  }

  if (symbol !== record.symbol && symbol !== record.plain) {
    return -1;
  }

  const numbers = index === undefined ? record.shape.map(() => 0) : index.split(",").map(Number);
  const fits = numbers.length === record.shape.length && numbers.every((number, d) => number < record.shape[d]);
  return fits ? numbers.reduce((place, number, d) => place * record.shape[d] + number, 0) : -1;
}
