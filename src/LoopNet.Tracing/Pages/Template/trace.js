// The trace as LoopNet wrote it into the page. Every number of it has a count, from 0, by which all else speaks of it.

const trace = readTrace();

function readTrace() {
  const read = (name) => Array.from(document.querySelectorAll(`script[data-trace="${name}"]`), (element) => JSON.parse(element.textContent));
  const records = read("step").flatMap((step) => step.records.map((record) => ({ step: step.step, ...record })));
  let count = 0;
  records.forEach((record, number) => {
    record.number = number;
    record.first = count;
    count += record.values?.length ?? 0;
  });
  const byPlace = new Map(records.map((record) => [placeKey(record.step, record.sample, record.kind, record.layer), record]));
  return { header: read("header")[0], end: read("end")[0], records, count, byPlace };
}

function placeKey(step, sample, kind, layer) {
  return `${step}/${sample ?? ""}/${kind}/${layer}`;
}

// A record by what it is; undefined where the trace has none.
function recordOf(step, sample, kind, layer) {
  return trace.byPlace.get(placeKey(step, sample, kind, layer));
}

// The record of a number: the last that begins at or before it.
function recordAt(id) {
  let low = 0;
  let high = trace.records.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (trace.records[middle].first <= id) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }

  return trace.records[low].values === undefined ? trace.records.findLast((record) => record.number < low && record.values !== undefined) : trace.records[low];
}

function valueOf(id) {
  const record = recordAt(id);
  return record.values[id - record.first];
}

function elementOf(id) {
  const record = recordAt(id);
  return record.elements[id - record.first];
}

function isGiven(record) {
  return record.equation === null;
}

function indexAt(record, place) {
  const index = [];
  for (const size of record.shape.toReversed()) {
    index.unshift(place % size);
    place = Math.floor(place / size);
  }

  return index;
}

// What a number is called, where its step and sample are known: dL/dW1[0,1].
function nameOf(id) {
  const record = recordAt(id);
  const place = id - record.first;
  const index = record.shape.length === 0 ? "" : `[${indexAt(record, place).join(",")}]`;
  return record.names?.[place] ?? `${record.symbol}${index}`;
}

// The same with step and sample, but for those of step 1 and sample 0: 2/0/L.
function fullNameOf(id) {
  return `${recordAt(id).place}${nameOf(id)}`;
}

// As a text beside numbers of `record` calls it: step and sample stand only before those of another place.
function nameBeside(id, record) {
  const own = recordAt(id);
  const isNear = own.step === record.step && (own.sample ?? record.sample) === record.sample;
  return isNear ? nameOf(id) : fullNameOf(id);
}

function readsOf(id) {
  return elementOf(id).reads ?? [];
}

// The numbers whose formulas read a number. All of them are collected when the first is asked for: the users of number i stand from starts[i] to starts[i + 1].
let users = null;

function usersOf(id) {
  users ??= collectUsers();
  return users.ids.subarray(users.starts[id], users.starts[id + 1]);
}

function collectUsers() {
  const starts = new Uint32Array(trace.count + 1);
  const eachRead = (visit) => trace.records.forEach((record) => record.elements?.forEach((element, place) => element.reads?.forEach((read) => visit(read, record.first + place))));
  eachRead((read) => starts[read + 1]++);
  for (let i = 0; i < trace.count; i++) {
    starts[i + 1] += starts[i];
  }

  const ids = new Uint32Array(starts[trace.count]);
  const next = starts.slice();
  eachRead((read, id) => {
    ids[next[read]++] = id;
  });
  return { starts, ids };
}

function headingOf(record) {
  return record.sample === undefined ? `Step ${record.step}: ${record.phase}` : `Step ${record.step}, sample ${record.sample}: ${record.phase}`;
}

function shapeOf(record) {
  return record.shape.length === 0 ? "one number" : record.shape.join(" \u00d7 ");
}
