#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Kills servers of the authority (SIGKILL) while people work at them, at moments drawn from a seed, and looks after each restart whether everything that
# was acknowledged is there, and once: applications, certificates, documents, entries of the audit log. One process on SQLite, then one of two on
# PostgreSQL. Prints a line for each, such as "20 rounds, 1234 acknowledged, 0 lost, 0 doubled"; fails where something is lost or doubled, or where the
# audit log does not verify.
#
# usage: kill.sh [ROUNDS [SEED]]
#
# ROUNDS   how often a server is killed, for each database (20)
# SEED     from which the moments are drawn (1)

set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/machine.sh
. "$root/installer/scripts/machine.sh"
rounds=${1:-20}
seed=${2:-1}
case $rounds$seed in
  *[!0-9]* | 0*) stop "usage: kill.sh [ROUNDS [SEED]]" ;;
esac
install_missing "${build_packages[@]}" "${database_packages[@]}"
use_jdk_25

cd "$root"
report=web-demo/server/target/kill.txt
log=web-demo/server/target/kill.log
mkdir -p web-demo/server/target
rm -f -- "$report"
echo "$rounds rounds for each database, seed $seed; the log is $log."
status=0
mvn -B -pl web-demo/server test -Dtest=KilledServersTest -Dsurefire.failIfNoSpecifiedTests=false \
  "-Dobnova.kill.rounds=$rounds" "-Dobnova.kill.seed=$seed" >"$log" 2>&1 || status=$?
[ "$status" -eq 0 ] || tail -n 30 "$log"
[ ! -e "$report" ] || cat "$report"
exit "$status"
