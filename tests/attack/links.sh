#!/usr/bin/env bash
# Outputs through links, at what is no regular file, and over other files of the same run. Everything lies in a folder of the script's own;
# device nodes are made there, in a mount namespace, where that is allowed.
if [ "${1:-}" != inside ] && unshare --mount true 2> /dev/null; then
  exec unshare --mount --propagation private "$0" inside
fi

. "$(dirname "$0")/common.sh"
loopnet data export --csv digits.csv --data embedded --count 20 > /dev/null
loopnet train --data digits.csv --layers 784,4,10 --epochs 0 --save model.json > /dev/null
kind() { stat -c %F "$1"; }

# One output of each verb that writes.
write() {
  case $1 in
    worksheet) loopnet worksheet mazur --out "$2" ;;
    save) loopnet train --data digits.csv --layers 784,4,10 --epochs 0 --save "$2" ;;
    history) loopnet train --data digits.csv --layers 784,4,10 --epochs 0 --history "$2" ;;
    plot) loopnet train --data digits.csv --layers 784,4,10 --epochs 0 --plot "$2" ;;
    weights) loopnet evaluate --data digits.csv --model model.json --weights "$2" ;;
    sheet) loopnet predict --data digits.csv --model model.json --sheet 1 --out "$2" ;;
    export) loopnet data export --data digits.csv --count 3 --csv "$2" ;;
    trace) ln -sfn "$PWD/$2" t/mazur.trace.txt && loopnet trace mazur --format txt --out t ;;
  esac > output 2> error
}

mkdir t
for verb in worksheet save history plot weights sheet export trace; do
  # A link in another folder, to a relative name.
  rm -rf real far; mkdir real far
  ln -s ../real/out.svg far/l.svg
  write $verb far/l.svg
  expect "$verb through a relative link: status" same $? 0
  expect "$verb through a relative link: the link stays" test -L far/l.svg
  expect "$verb through a relative link: the file" test -s real/out.svg

  # A chain of links, through a linked folder.
  rm -rf real far; mkdir real far
  ln -s ../real far/folder; ln -s folder/out.svg far/a.svg; ln -s "$PWD/far/a.svg" far/l.svg
  write $verb far/l.svg
  expect "$verb through a chain: status" same $? 0
  expect "$verb through a chain: the file" test -s real/out.svg
  expect "$verb through a chain: nothing is left" no_parts

  # What is no regular file: directly, through a link, and in a linked folder.
  rm -rf real far; mkdir real far
  mkfifo real/pipe.svg
  python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("real/socket.svg")' 2> /dev/null
  mknod real/device.svg c 1 3 2> /dev/null
  mkdir real/folder.svg
  ln -s ../real far/linked
  for node in pipe socket device folder; do
    [ -e real/$node.svg ] || continue
    before=$(kind real/$node.svg)
    ln -s "$PWD/real/$node.svg" far/$node.svg
    for path in real/$node.svg far/$node.svg far/linked/$node.svg; do
      write $verb $path
      expect "$verb to a $node at $path: status" same $? 2
      expect "$verb to a $node at $path: it stays" same "$(kind real/$node.svg)" "$before"
    done
  done

  # Write-protected, also for the administrator.
  echo precious > real/kept.svg; chmod 444 real/kept.svg
  write $verb real/kept.svg
  expect "$verb to a protected file: status" same $? 2
  expect "$verb to a protected file: it stays" same "$(cat real/kept.svg)" precious
done

# One file for two purposes: SETUP, then the command, in a fresh folder.
refuse() {
  local setup=$1
  shift
  rm -rf both; mkdir both; cp digits.csv model.json both; cp "$top/docs/examples/mazur.json" both/e.json
  (cd both && eval "$setup")
  before=$(cd both && find . -type f -exec sha256sum {} + | sort)
  (cd both && loopnet "$@" > ../output 2> ../error)
  expect "refused: $setup; $*" same $? 2
  expect "one sentence: $setup; $*" same "$(grep -c '^loopnet: .*\(would be overwritten\|both name\|are one file\)' error)" 1
  expect "untouched: $setup; $*" same "$(cd both && find . -type f -exec sha256sum {} + | sort)" "$before"
}

train=(train --data digits.csv --layers 784,4,10 --epochs 1)
on=(train --data digits.csv --epochs 1 --model model.json)
refuse : "${train[@]}" --save a.svg --plot a.svg
refuse : "${train[@]}" --save ./a --history a
refuse : "${train[@]}" --history ./././b.svg --plot b.svg
refuse 'mkdir d' "${train[@]}" --history d/../b.svg --plot b.svg
refuse 'ln -s b.svg l.svg' "${train[@]}" --history b.svg --plot l.svg
refuse 'touch b.svg; ln b.svg l.svg' "${train[@]}" --history b.svg --plot l.svg
refuse 'ln -s . d' "${train[@]}" --save d/a --history a
refuse : "${train[@]}" --save train-step-1.trace.txt --trace-step 1
refuse : "${on[@]}" --history model.json
refuse : "${on[@]}" --save model.json
refuse 'ln model.json h' "${on[@]}" --history h
refuse 'ln -s model.json p.svg' "${on[@]}" --plot p.svg
refuse : "${train[@]}" --save digits.csv
refuse 'ln digits.csv s.svg' evaluate --data digits.csv --model model.json --confusion s.svg
refuse 'ln model.json s.svg' predict --data digits.csv --model model.json --sheet 1 --out s.svg
refuse : worksheet e.json --out e.json
refuse 'ln -s e.json w' worksheet e.json --out w
refuse 'ln e.json w' worksheet e.json --out ./w
refuse 'cp e.json mazur.trace.txt' trace mazur.trace.txt --out .
refuse 'ln e.json mazur.trace.jsonl' trace e.json --out .
refuse 'touch mazur.trace.txt; ln mazur.trace.txt mazur.trace.jsonl' trace e.json --out .
refuse : data export --data digits.csv --csv ./digits.csv
refuse 'ln digits.csv x.svg' data sheet --data digits.csv --out x.svg

# A folder that takes two spellings for one name, where there is a disk of that kind.
if truncate -s 4M vfat && mkfs.vfat vfat > /dev/null 2>&1 && mkdir disk && mount -o loop vfat disk 2> /dev/null; then
  loopnet "${train[@]}" --save disk/a.svg --plot disk/A.svg > output 2> error
  expect "two spellings for one name" same $? 2
  umount disk
else
  echo "no disk that takes two spellings for one name: that case is skipped"
fi

expect "nothing is left" no_parts
finish
