#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Makes the packages a second time, elsewhere and later, and compares: the same bytes, or it says which file differs.
#
# usage: reproducible.sh PROJECT
# Both times of the same image: the class cache in it is trained by running the program and comes out differently each time.

set -eu
project=$(cd "$1" && pwd)
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
value() { sed -n "s/^ *<$1>\(.*\)<\/$1>$/\1/p" "$project/pom.xml" | head -n 1; }
time=$(value project.build.outputTimestamp) version=$(value version)
mkdir "$again/extension"
node "$project/extension/scripts/pack.js" "$again/extension" "$time" >/dev/null
bash "$project/installer/packages/build.sh" "$project" "$again" "$version" "$time" >/dev/null
different=0 count=0
compare() { # BUILT AGAIN
  count=$((count + 1))
  if cmp -s "$1" "$2"; then
    echo "equal   $(basename "$1")"
  else
    echo "DIFFERS $(basename "$1")"
    different=$((different + 1))
  fi
}
for file in "$project"/extension/target/obnova-* "$project"/extension/target/update*; do compare "$file" "$again/extension/$(basename "$file")"; done
for file in "$project"/installer/target/*.deb "$project"/installer/target/*.rpm "$project"/installer/target/obnova-*.tar.gz; do
  [ ! -e "$file" ] || compare "$file" "$again/$(basename "$file")"
done
[ "$different" -eq 0 ] && [ "$count" -ge 7 ]
