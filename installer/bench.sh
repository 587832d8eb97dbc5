#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Prints how long a person waits for Obnova itself, beside yardsticks measured in the same run. Asserts nothing.
#
# usage: bench.sh [--rounds N]
#   Uses the image that is built at native-host/target/obnova-host, else builds it first.

set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rounds=41
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift 2 ;;
    *) sed -n '5,8s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
  esac
done
# shellcheck source=scripts/machine.sh
. "$root/installer/scripts/machine.sh"
install_missing "${build_packages[@]}" "${screen_packages[@]}"
use_jdk_25

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
