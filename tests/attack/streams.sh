#!/usr/bin/env bash
# Standard input, output and error closed or full, in every combination: never an abort, and the right status.
. "$(dirname "$0")/common.sh"
loopnet data export --csv digits.csv --data embedded --count 20 > /dev/null
loopnet train --data digits.csv --layers 784,4,10 --epochs 0 --save model.json > /dev/null
loopnet worksheet mazur --out blank.json > /dev/null
loopnet trace mazur > /dev/null
sed 's/0.3775/0.3776/' mazur.trace.jsonl > wrong.trace.jsonl

# RIGHT COMMAND...: its status, whatever happens to standard error; with a standard output that takes nothing, 2.
try() {
  local right=$1
  shift
  loopnet "$@" > /dev/null 2>&- ; expect "$*, error closed" same $? "$right"
  loopnet "$@" > /dev/null 2> /dev/full ; expect "$*, error full" same $? "$right"
  loopnet "$@" < /dev/null > /dev/null 2>&- <&- ; expect "$*, input and error closed" same $? "$right"
  loopnet "$@" >&- 2>&- ; expect "$*, both closed" same $? 2
  loopnet "$@" <&- >&- 2>&- ; expect "$*, all closed" same $? 2
  loopnet "$@" > /dev/full 2> /dev/full ; expect "$*, both full" same $? 2
  # A verb that has nothing to say on standard output does not miss it.
  loopnet "$@" >&- 2> error ; expect "$*, output closed: status" same $? 2
  if [ "$right" != 2 ]; then
    expect "$*, output closed: named" holds error "loopnet: standard output cannot be written: it is closed"
    loopnet "$@" > /dev/full 2> error ; expect "$*, output full: status" same $? 2
    expect "$*, output full: named" holds error "loopnet: standard output cannot be written: No space left on device"
  fi
}

try 2 check nope
try 2 nonsense
try 2 train --model nope
try 2 check mazur blank.json
try 1 check wrong.trace.jsonl
try 0 check mazur.trace.jsonl
try 0 explain mazur L
try 0 worksheet mazur
try 0 worksheet mazur --out w.json
try 0 gradcheck mazur
try 0 trace mazur
try 0 train --data digits.csv --layers 784,4,10 --epochs 1 --save m.json
try 0 evaluate --model model.json --data digits.csv
try 0 predict --model model.json --data digits.csv
try 0 data --data digits.csv
try 0 --help
try 0 train --help
try 0 --version

# A reader that goes away, like head.
for command in "explain mazur L" "worksheet full-size --only dL/dz2" "data --data digits.csv --show 20" "train --help"; do
  # shellcheck disable=SC2086
  loopnet $command 2> error | head -n 1 > /dev/null
  expect "$command | head: no trace of the stack" sh -c "! grep -q '   at ' error"
done

expect "nothing is left" no_parts
finish
