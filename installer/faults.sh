#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Runs a whole renewal on a token with a fault at each of its PKCS#11 calls in turn: the call fails, its answer is lost, it hangs,
# its process crashes before or after it, the token is pulled before or after it; on a token that makes keys itself and on one that
# only keeps them. The last line is "N points, M losses"; each loss stands above it. Fails where there is one.
#
# usage: faults.sh [STRIDE]
#
# STRIDE   takes every so many points only (1)

set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/machine.sh
. "$root/installer/scripts/machine.sh"
install_missing "${build_packages[@]}" "${token_packages[@]}"
use_jdk_25
stride=${1:-1}
case $stride in
  '' | *[!0-9]* | 0) stop "usage: faults.sh [STRIDE]" ;;
esac

cd "$root"
report=native-host/target/faults.txt
log=native-host/target/faults.log
mkdir -p native-host/target
rm -f -- "$report"
echo "Each ${stride}. point, with $JAVA_HOME; the log is $log."
status=0
mvn -B -pl native-host test -Dtest=FaultSweepTest -Dsurefire.failIfNoSpecifiedTests=false \
  "-Dobnova.faults.stride=$stride" >"$log" 2>&1 || status=$?
if [ ! -e "$report" ]; then
  tail -n 30 "$log"
  exit 1
fi
cat "$report"
exit "$status"
