#!/usr/bin/env bash
# Many runs at once into one folder: whoever says it is done has written a whole file, and the one that stands there is whole.
. "$(dirname "$0")/common.sh"
rounds=4
full && rounds=20
loopnet data export --csv digits.csv --data embedded --count 60 > /dev/null
cat > long.json <<'JSON'
{ "name": "long", "loss": "squared-error", "learningRate": 0.1, "steps": 200,
  "layers": [ { "weights": [[0.1, 0.2], [0.3, 0.4]], "biases": [0, 0], "activation": "sigmoid" } ],
  "samples": [ { "input": [1, 0.5], "target": [0, 1] } ] }
JSON

# crowd NUMBER COMMAND...: as many at once; every status has to be 0.
crowd() {
  local number=$1 pids="" done=0
  shift
  for ((run = 0; run < number; run++)); do
    loopnet "$@" > /dev/null 2>> errors &
    pids="$pids $!"
  done
  for pid in $pids; do wait "$pid" && done=$((done + 1)); done
  expect "$number at once: $*" same $done "$number"
}

# What one run alone writes.
loopnet worksheet mazur --out alone.json > /dev/null
loopnet data export --data digits.csv --csv alone.csv > /dev/null

# Two examples of different length under one name.
sed 's/"steps": 200/"steps": 500/' long.json > longer.json
for ((round = 0; round < rounds; round++)); do
  loopnet trace longer.json --out . > /dev/null 2>> errors &
  other=$!
  crowd 2 trace long.json --out .
  wait $other
  expect "the longer trace is done" same $? 0
  expect "the records are whole" sh -c "dotnet '$dll' check long.trace.jsonl > /dev/null"
  crowd 5 worksheet mazur --out w.json
  expect "the worksheet is whole" cmp alone.json w.json
  crowd 3 train --data digits.csv --layers 784,20,10 --epochs 3 --save m.json --history h.csv --plot p.svg
  expect "the model is whole" sh -c "dotnet '$dll' evaluate --model m.json --data digits.csv > /dev/null"
  expect "the history is whole" same "$(wc -l < h.csv)" 5
  crowd 3 data export --data digits.csv --csv out.csv
  expect "the digits are whole" cmp alone.csv out.csv
  expect "nothing is left" no_parts
done

# A run that is at work keeps its unfinished file while others come and go.
loopnet train --data digits.csv --layers 784,200,10 --epochs 40 --save m.json > /dev/null 2>> errors &
long=$!
crowd 4 train --data digits.csv --layers 784,200,10 --epochs 1 --save m.json
wait $long
expect "the long run is done" same $? 0
expect "the model of one of them is whole" sh -c "dotnet '$dll' evaluate --model m.json --data digits.csv > /dev/null"
expect "nothing is left at the end" no_parts
expect "nobody complained" same "$(grep -c 'cannot be written\|in LoopNet itself' errors)" 0
finish
