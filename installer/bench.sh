#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Prints how long a person waits for Obnova itself, beside yardsticks measured in the same run. Asserts nothing.
#
# usage: bench.sh [--rounds N] [--stored N,...] [--only authority]
#   --stored: with how many finished applications the authority is measured (default 1000,10000,100000); --only authority: nothing else.
#   Uses the image that is built at native-host/target/obnova-host, else builds it first.

set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rounds=41
stored=1000,10000,100000
only=
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift 2 ;;
    --stored) stored=$2; shift 2 ;;
    --only) only=$2; shift 2 ;;
    *) sed -n '5,9s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
  esac
done
# shellcheck source=scripts/machine.sh
. "$root/installer/scripts/machine.sh"
install_missing "${build_packages[@]}" "${screen_packages[@]}" "${token_packages[@]}" softhsm2=softhsm2-util
use_jdk_25

# What the authority's work costs its server, beside the bare cryptography.
bench_authority() {
  (cd "$root" && mvn -B -q -Dmaven.test.skip=true -pl web-demo/server,web-demo/testkit -am package)
  echo "Authority: processor time of the server for a certificate, beside the bare cryptography (their ratio; certificates a second);"
  echo "a cabinet page while 50 people look as fast as they can; the operator's queue, a search for a person, the revocation list, OCSP in ms:"
  bash "$root/installer/bench/authority/authority.sh" "$root/target/bench" "$stored"
}
if [ "$only" = authority ]; then
  bench_authority
  exit 0
fi

image=$root/native-host/target/obnova-host
[ -x "$image/bin/obnova-host" ] || (cd "$root" && mvn -B -q -pl native-host package -DskipTests)
work=$root/target/bench
rm -rf "$work"
mkdir -p "$work/classes"
"$JAVA_HOME/bin/javac" -d "$work/classes" "$root"/installer/bench/TenLine*.java
"$JAVA_HOME/bin/jar" --create --file "$work/yardsticks.jar" -C "$work/classes" .

bench() {
  "$JAVA_HOME/bin/java" "$root/installer/bench/Bench.java" "$image" "$work" "$rounds"
}
# A display of its own, without a window manager: windows of other programs are not counted.
with_display bench

echo
bash "$root/installer/bench/tokens/tokens.sh" "$image" "$work"

# What a person waits for first: the package, unpacked, and the first start from where it was put.
echo
echo "Packages:"
for file in "$root"/installer/target/*.deb "$root"/installer/target/*.rpm "$root"/installer/target/obnova-*.tar.gz \
  "$root"/extension/target/obnova-*.crx "$root"/extension/target/obnova-*.xpi; do
  [ ! -e "$file" ] || awk -v size="$(stat -c %s "$file")" -v name="$(basename "$file")" 'BEGIN { printf "  %6.2f MB  %s\n", size / 1e6, name }'
done
if ls "$root"/installer/target/*.deb >/dev/null 2>&1; then
  mkdir -p "$work/installed"
  dpkg-deb -x "$root"/installer/target/*.deb "$work/installed"
  printf '  %6.2f MB  installed\n' "$(du -sm --apparent-size "$work/installed" | cut -f1)"
  for round in first second third fourth fifth; do
    from=$(date +%s%N)
    "$work/installed/opt/obnova/bin/obnova-host" --version >/dev/null
    awk -v ns=$(($(date +%s%N) - from)) -v round=$round 'BEGIN { printf "  %6.0f ms  %s start after installing (--version, a process and its end)\n", ns / 1e6, round }'
  done
fi

# From the click on the portal to the installed certificate, as the demo's last walk went: what the person did at the host's
# windows and what the CA took to issue is left out.
timings=$root/target/demo/timings.json
[ -s "$timings" ] || bash "$root/installer/demo.sh" --auto >"$work/demo.log" || stop "The walk failed: see $work/demo.log"
echo
echo "Click to installed certificate ($(date -r "$timings" '+%F %T')), without the person and the CA:"
awk -F ' : ' '
  /"name"/ { name = $2; gsub(/^"|",?$/, "", name) }
  /"seconds"/ { seconds = $2 + 0 }
  /"person"/ {
    whole += seconds
    if (name ~ /^portal: button/) counting = 1
    if (counting && name !~ /^certificate issued/) {
      ours = seconds - $2
      sum += ours
      printf "  %6.2f s  %s\n", ours, name
    }
    if (counting) all += seconds
    if (name ~ /^certificate installed/) { printf "  %6.2f s  of %.2f s: ratio %.2f\n", sum, all, sum / all; exit }
  }' "$timings"

echo
bench_authority
