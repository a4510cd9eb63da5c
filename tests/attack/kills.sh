#!/usr/bin/env bash
# Kills runs at random moments with SIGKILL. What stands under a final name is whole; what lies beside it goes with the next run.
. "$(dirname "$0")/common.sh"
runs=30
full && runs=150
loopnet data export --csv digits.csv --data embedded --count 60 > /dev/null
cat > long.json <<'JSON'
{ "name": "long", "loss": "squared-error", "learningRate": 0.1, "steps": 400,
  "layers": [ { "weights": [[0.1, 0.2], [0.3, 0.4]], "biases": [0, 0], "activation": "sigmoid" } ],
  "samples": [ { "input": [1, 0.5], "target": [0, 1] } ] }
JSON

# A moment after the start, when files are written: up to 0.6 s after the process hears signals.
moment() { echo "0.$(printf %02d $((RANDOM % 60)))"; }

kill_at_a_moment() {
  hearing "$@" > /dev/null 2>&1 &
  local pid=$!
  wait_until_it_hears "$pid" "$(moment)"
  kill -KILL "$pid" 2> /dev/null
  wait "$pid" 2> /dev/null
}

whole_model() { [ ! -e "$1" ] || loopnet evaluate --model "$1" --data digits.csv > /dev/null; }
whole_trace() { [ ! -e "$1" ] || loopnet check "$1" > /dev/null; }
whole_text() { [ ! -e "$1" ] || [ "$(tail -c 1 "$1" | xxd -p)" = 0a ]; }
whole_csv() { [ ! -e "$1" ] || awk -F, 'NF != 6 { bad = 1 } END { exit bad }' "$1"; }
whole_svg() { [ ! -e "$1" ] || tail -n 1 "$1" | grep -q '</svg>'; }

left=0
for ((run = 0; run < runs; run++)); do
  kill_at_a_moment train --data digits.csv --layers 784,300,10 --epochs 100000 --save m.json --history h.csv --plot p.svg
  expect "model whole after kill $run" whole_model m.json
  expect "history whole after kill $run" whole_csv h.csv
  expect "curves whole after kill $run" whole_svg p.svg
  kill_at_a_moment trace long.json --out .
  expect "records whole after kill $run" whole_trace long.trace.jsonl
  expect "text whole after kill $run" whole_text long.trace.txt
  left=$((left + $(find . -name '*.part' | wc -l)))
done

# The next runs with the same outputs, which end by themselves.
loopnet train --data digits.csv --layers 784,300,10 --epochs 1 --save m.json --history h.csv --plot p.svg > /dev/null
loopnet trace long.json --out . --steps 2 > /dev/null
expect "left-overs are gone" no_parts
expect "the model can be read" whole_model m.json
echo "$left unfinished files lay about after the kills, and none after the next run"
finish
