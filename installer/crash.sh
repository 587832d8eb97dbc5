#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Runs everything that writes keys, certificates or the journal, each time in a process that strace kills, or to which it reports
# a full or a failed disk, at one of the writing system calls that the process makes; as on the file systems of computers, and as
# on FAT. The last line is "N points, M losses"; each loss stands above it. Fails where there is one.
#
# usage: crash.sh [STRIDE]
#
# STRIDE   takes every so many points only (1)

set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/machine.sh
. "$root/installer/scripts/machine.sh"
stride=${1:-1}
case $stride in
  '' | *[!0-9]* | 0) stop "usage: crash.sh [STRIDE]" ;;
esac
install_missing "${build_packages[@]}" "${token_packages[@]}" "${trace_packages[@]}"
use_jdk_25
strace -f -o /dev/null -e trace=none true ||
  stop "strace may not trace processes here (see above), so nothing was tested." \
    "In a container: start it with --cap-add=SYS_PTRACE. Elsewhere: sysctl kernel.yama.ptrace_scope must not be 3."

cd "$root"
report=native-host/target/crash.txt
log=native-host/target/crash.log
mkdir -p native-host/target
rm -f -- "$report"
echo "Each ${stride}. point, with $JAVA_HOME; the log is $log."
status=0
mvn -B -pl native-host test -Dtest=CrashSweepTest -Dsurefire.failIfNoSpecifiedTests=false \
  "-Dobnova.crash.stride=$stride" >"$log" 2>&1 || status=$?
if [ ! -e "$report" ]; then
  tail -n 30 "$log"
  exit 1
fi
cat "$report"
exit "$status"
