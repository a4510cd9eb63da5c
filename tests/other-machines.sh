#!/usr/bin/env bash
# Runs LoopNet on another architecture, and on this one with fewer instructions, and compares every bit with what it computes here:
# the committed traces, the gradient check, a short training by both engines, and 10,000 values of exp, ln and tanh each.
#
#     tests/other-machines.sh [FOLDER]
#
# arm64 is emulated. On Debian:
#
#     dpkg --add-architecture arm64 && apt-get update
#     apt-get install qemu-user-static libc6:arm64 libstdc++6:arm64 libssl3:arm64
set -euo pipefail
cd "$(dirname "$0")/.."

work=${1:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)
qemu=$(command -v qemu-aarch64-static) || { echo "qemu-aarch64-static is missing; the head of this script says how to install it" >&2; exit 2; }

for machine in x64 arm64; do
  echo "publishing for linux-$machine, self-contained"
  dotnet publish src/LoopNet.Cli -c Release -r "linux-$machine" --self-contained -v q -o "$work/$machine/command" >"$work/publish.log" || { cat "$work/publish.log"; exit 2; }
  dotnet publish tests/function-values.cs -r "linux-$machine" --self-contained -v q -o "$work/$machine/values" >"$work/publish.log" || { cat "$work/publish.log"; exit 2; }
done

# compute NAME MACHINE [WORD...]: the words come before the program, to emulate or to set the environment.
compute() {
  local results=$work/results/$1 program=$work/$2
  shift 2
  rm -rf "$results"
  mkdir -p "$results"
  "$@" "$program/values/function-values" >"$results/values.txt"
  for trace in traces/*.trace.jsonl; do
    "$@" "$program/command/LoopNet.Cli" trace "$(basename "$trace" .trace.jsonl)" --out "$results" >/dev/null
  done
  "$@" "$program/command/LoopNet.Cli" gradcheck >"$results/gradcheck.txt"
  for engine in literal fast; do
    "$@" "$program/command/LoopNet.Cli" train --data embedded --limit 500 --engine "$engine" >"$results/train.log"
    grep "SHA-256" "$results/train.log" >"$results/train-$engine.txt"
    head -n 1 "$results/train.log"
  done
  rm "$results/train.log"
}

failed=0
# same NAME FILE OTHER: whether two files are the same to the byte.
same() {
  cmp -s "$2" "$3" || { echo "DIFFERENT  $1: $2 and $3"; failed=1; }
}

compare() {
  local results=$work/results/$1 here=$work/results/x64
  for file in "$results"/*; do
    same "$1" "$file" "$here/$(basename "$file")"
  done
  for trace in traces/*; do
    same "$1" "$results/$(basename "$trace")" "$trace"
  done
  same "$1" "$results/train-literal.txt" "$results/train-fast.txt"
}

compute x64 x64 env
compute no-intrinsics x64 env DOTNET_EnableHWIntrinsic=0
compute no-avx2 x64 env DOTNET_EnableAVX2=0
compute no-avx512 x64 env DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0
compute arm64 arm64 "$qemu"

for name in x64 no-intrinsics no-avx2 no-avx512 arm64; do
  compare "$name"
done

echo "values     $(wc -l <"$work/results/x64/values.txt") of each function, $(sha256sum "$work/results/x64/values.txt" | cut -d ' ' -f 1)"
echo "training   $(cat "$work/results/x64/train-fast.txt")"
[ "$failed" = 0 ] && echo "the same bits on x64, on x64 without intrinsics, without AVX2, without AVX-512, and on arm64"
exit "$failed"
