#!/usr/bin/env bash
# Ctrl-C, SIGTERM and SIGHUP in every verb: status 130, one sentence, within half a second, and no file half-written.
. "$(dirname "$0")/common.sh"
loopnet data export --csv digits.csv --data embedded --count 60 > /dev/null
loopnet train --data digits.csv --layers 784,4,10 --epochs 0 --save model.json > /dev/null
mkfifo pipe.json pipe.jsonl pipe.csv
cat > long.json <<'JSON'
{ "name": "long", "loss": "squared-error", "learningRate": 0.1, "steps": 2000000,
  "layers": [ { "weights": [[0.1, 0.2], [0.3, 0.4]], "biases": [0, 0], "activation": "sigmoid" } ],
  "samples": [ { "input": [1, 0.5], "target": [0, 1] } ] }
JSON
python3 - <<'PY'
import json, random
size = 260
w = lambda n, m: [[random.uniform(-0.1, 0.1) for _ in range(m)] for _ in range(n)]
layer = lambda n, m: {"weights": w(n, m), "biases": [0.0] * n, "activation": "tanh"}
json.dump({"name": "wide", "loss": "squared-error", "learningRate": 0.1, "layers": [layer(size, size), layer(size, size)],
           "samples": [{"input": [0.1] * size, "target": [0.2] * size}]}, open("wide.json", "w"))
PY
loopnet trace long.json --steps 20000 --format jsonl --out . > /dev/null 2>&1
mkdir out
slowest=0

# signal SIGNAL SECONDS COMMAND...: SECONDS after the command hears signals.
signal() {
  local sign=$1 after=$2
  shift 2
  hearing "$@" > output 2> error &
  local pid=$!
  wait_until_it_hears $pid "$after"
  if ! kill -0 $pid 2> /dev/null; then
    wait $pid
    over=$((over + 1))
    return
  fi
  local start
  start=$(date +%s%N)
  kill "-$sign" $pid
  wait $pid
  local status=$? took=$((($(date +%s%N) - start) / 1000000))
  [ $took -gt $slowest ] && slowest=$took
  expect "$sign in $*: status" same $status 130
  expect "$sign in $*: within half a second ($took ms)" test $took -le 500
  expect "$sign in $*: one sentence" same "$(grep -c '^loopnet: .*interrupted' error) $(wc -l < error)" "1 1"
  expect "$sign in $*: nothing is left" no_parts
}

over=0
for sign in INT TERM HUP; do
  for after in 0.05 0.6; do
    signal $sign $after train --data digits.csv --layers 784,300,10 --epochs 100000 --save out/m.json --history out/h.csv --plot out/p.html
    signal $sign $after trace long.json --out out
    signal $sign $after check pipe.jsonl
    signal $sign $after check mazur pipe.json
    signal $sign $after worksheet long.json --only 2000000/0/L
    signal $sign $after worksheet pipe.json
    signal $sign $after explain long.json '2000000/0/L'
    signal $sign $after gradcheck wide.json
    signal $sign $after data --data pipe.csv
    signal $sign $after evaluate --model pipe.json --data digits.csv
    signal $sign $after predict --model pipe.json --data digits.csv
    signal $sign $after reproduce --data digits.csv --out out
    signal $sign $after data export --data pipe.csv --csv out/x.csv
  done
done
[ -e long.trace.jsonl ] && signal INT 0.1 check long.trace.jsonl

# A caller who ignores a signal, as nohup does, is kept to.
nohup dotnet "$dll" train --data digits.csv --layers 784,4,10 --epochs 1000000 > output 2> error &
pid=$!
wait_until_it_hears $pid 1
kill -HUP $pid
sleep 0.7
expect "under nohup, SIGHUP changes nothing" kill -0 $pid
kill -TERM $pid
wait $pid
expect "under nohup, SIGTERM ends it" same $? 130

# A reader that does not read, on both streams: no note can be written, and the command ends all the same.
mkfifo stuck
sleep 30 < stuck &
reader=$!
loopnet data export --csv many.csv --data embedded --count 300 > /dev/null
hearing data --data many.csv --show 300 > stuck 2>&1 &
pid=$!
wait_until_it_hears $pid 2
expect "a reader that does not read: the command waits" kill -TERM $pid
sleep 0.7
expect "a reader that does not read" sh -c "! kill -0 $pid 2> /dev/null"
kill $reader 2> /dev/null
wait $pid $reader 2> /dev/null

expect "the model, where there is one, is whole" sh -c "[ ! -e out/m.json ] || dotnet '$dll' evaluate --model out/m.json --data digits.csv > /dev/null"
echo "slowest end $slowest ms after the signal; $over commands were done before it came"
finish
