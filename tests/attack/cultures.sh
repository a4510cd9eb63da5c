#!/usr/bin/env bash
# Other countries: what the command writes is the same to the byte, and the whole suite passes.
# SUITE=0 leaves the suite out. Invariant globalization is off, as in a program of somebody else that uses the libraries; that needs ICU.
. "$(dirname "$0")/common.sh"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0

# The shell itself stays as it is: it may not know the countries.
country=C
loopnet() { env "LC_ALL=$country.UTF-8" dotnet "$dll" "$@"; }

write_all() {
  loopnet data export --csv digits.csv --data embedded --count 60
  loopnet train --data digits.csv --layers 784,4,10 --epochs 2 --learning-rate 0.05 --save m.json --plot p.svg --history h.csv | sed 's/ [0-9.,]* s$//; s/ in .*//'
  cut -d, -f1-5 h.csv > figures.csv && rm h.csv
  loopnet evaluate --data digits.csv --model m.json --confusion c.svg --weights w.svg
  loopnet predict --data digits.csv --model m.json
  loopnet predict --data digits.csv --model m.json --sheet 5 --out s.svg
  loopnet trace mazur --digits 17
  loopnet trace xor-batch
  loopnet check mazur.trace.jsonl
  loopnet explain mazur 'dL/dW1[0,1]' --numeric
  loopnet worksheet mazur --format html --out mazur.html
  loopnet gradcheck mazur
  loopnet check "$top/docs/examples/answers/prakash-jay.example.json" "$top/docs/examples/answers/prakash-jay.json"
}

mkdir C && (cd C && write_all > printed 2>&1)
for country in de_DE tr_TR sv_SE fa_IR ar_EG fr_FR; do
  mkdir $country && (cd $country && write_all > printed 2>&1)
  for file in C/*; do
    expect "$country: $(basename "$file") is the same" cmp "$file" "$country/$(basename "$file")"
  done
done

if [ "${SUITE:-1}" = 1 ]; then
  dotnet build "$top/tests/LoopNet.Tests" -c Release -v q --nologo > /dev/null || exit 1
  for country in de_DE tr_TR sv_SE; do
    env "LC_ALL=$country.UTF-8" DOTNET_CLI_UI_LANGUAGE=en dotnet test "$top/tests/LoopNet.Tests" -c Release --no-build > suite 2>&1
    expect "$country: the suite passes" test $? = 0
    grep '\[FAIL\]' suite
    echo "$country: $(grep -E '^(Passed|Failed)!' suite)"
  done
fi

finish
