#!/usr/bin/env bash
# Fills a disk at every size from nothing to enough: old files stay whole, status 2, and one sentence. The disk is a tmpfs in a mount
# namespace of its own, so nothing outside can be touched; where that is not allowed, the attack is skipped.
if [ "${1:-}" != inside ]; then
  if ! unshare --mount true 2> /dev/null; then
    echo "full-disk: skipped, since no mount namespace is allowed here"
    exit 0
  fi
  exec unshare --mount --propagation private "$0" inside
fi

. "$(dirname "$0")/common.sh"
loopnet data export --csv digits.csv --data embedded --count 60 > /dev/null
loopnet train --data digits.csv --layers 784,8,10 --epochs 0 --save model.json > /dev/null
mkdir disk

# size COMMAND...: the disk has so many kB and holds an older file of each name.
try() {
  local size=$1
  shift
  mount -t tmpfs -o "size=${size}k" tmpfs disk || exit 1
  for file in out.json out.csv out.svg mazur.trace.txt mazur.trace.jsonl; do echo older > "disk/$file"; done
  loopnet "$@" > output 2> error
  local status=$?
  local changed=""
  for file in disk/*; do
    case $file in
      *.part) changed="$changed $file" ;;
      *) [ "$(cat "$file")" = older ] || [ "$status" = 0 ] || changed="$changed $file" ;;
    esac
  done
  expect "$* on $size kB: status $status" test "$status" = 0 -o "$status" = 2
  expect "$* on $size kB: changed or left$changed" same "$changed" ""
  if [ "$status" = 2 ]; then
    failed=$((failed + 1))
    expect "$* on $size kB: one sentence" same "$(grep -c '^loopnet: ' error)" 1
    expect "$* on $size kB: says why ($(cat error))" grep -qE 'cannot be written|No space left' error
  fi
  umount disk
}

failed=0
for size in 24 28 40 64 100 160; do
  try $size worksheet full-size --only 'dL/dz2' --out disk/out.json
  try $size worksheet mazur --out disk/out.json
  try $size trace mazur --out disk
  try $size evaluate --model model.json --data digits.csv --weights disk/out.svg
  try $size predict --model model.json --data digits.csv --sheet 5 --out disk/out.svg
  try $size data export --data digits.csv --csv disk/out.csv
  try $size data sheet --data digits.csv --out disk/out.svg
  try $size train --data digits.csv --layers 784,8,10 --epochs 0 --save disk/out.json
done

echo "$failed runs found no room"
finish
