# What the attacks share; each script reads this file first. They need bash and GNU tools, and run on Linux.
# LOOPNET_DLL names the built command; without it, Release is built. ATTACK_FULL=1 runs more cases.
set -u
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
name=$(basename "$0" .sh)
dll=${LOOPNET_DLL:-$top/src/LoopNet.Cli/bin/Release/net10.0/LoopNet.Cli.dll}
if [ -z "${LOOPNET_DLL:-}" ]; then
  dotnet build "$top/src/LoopNet.Cli" -c Release -v q --nologo > /dev/null || exit 1
fi

unset LOOPNET_DATA
export TERM=dumb
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
cases=0
faults=0

# env gives Ctrl-C back to commands in the background, which a script makes deaf to it.
loopnet() { dotnet "$dll" "$@"; }
hearing() { exec env --default-signal=INT,HUP,TERM dotnet "$dll" "$@"; }
full() { [ "${ATTACK_FULL:-0}" = 1 ]; }

# Waits until the process has asked for the signals (SIGHUP last), and then some more.
wait_until_it_hears() {
  for _ in $(seq 200); do
    local comm caught
    comm=$(cat "/proc/$1/comm" 2> /dev/null) || return
    caught=$(awk '/^SigCgt/ { print $2 }' "/proc/$1/status" 2> /dev/null) || return
    [ "$comm" = dotnet ] && [ $((0x${caught: -1} & 1)) = 1 ] && break
    sleep 0.02
  done
  sleep "$2"
}

# expect TEXT CONDITION...: one case; the condition is a command that has to succeed.
expect() {
  local text=$1
  shift
  cases=$((cases + 1))
  if ! "$@"; then
    faults=$((faults + 1))
    echo "FAULT: $text" >&2
  fi
}

same() { [ "$1" = "$2" ] || { echo "  found '$1', expected '$2'" >&2; false; }; }
holds() { grep -qF -- "$2" "$1" || { echo "  $1 holds: $(cat "$1")" >&2; false; }; }
no_parts() { [ -z "$(find "${1:-.}" -name '*.part')" ] || { find "${1:-.}" -name '*.part' >&2; false; }; }

# The last line of every attack.
finish() {
  echo "$name: $cases cases, $faults faults"
  [ "$faults" = 0 ]
}
