#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# usage: third-party-test.sh PROJECT
# Needs the built project. Every library that is shipped, or that the demo runs on, is named in THIRD-PARTY; fails for each that is not.

set -eu
notices=$(dirname "${BASH_SOURCE[0]}")/../THIRD-PARTY
named=$(tr -s ' \n' '\n\n' <"$notices")
missing=0 count=0
# Maven ends the file without a line feed: then read says false, though it has read.
IFS=: read -r -a demo <"$1/web-demo/server/target/dependencies.class-path" || [ ${#demo[@]} -gt 0 ]
for jar in "$1"/native-host/target/obnova-host/lib/*.jar "${demo[@]}"; do
  name=$(basename "$jar" .jar | sed 's/-[0-9][0-9.]*$//')
  case $name in obnova-*) continue ;; esac
  count=$((count + 1))
  if ! grep -qxF -- "$name" <<<"$named"; then
    echo "not named in THIRD-PARTY: $name ($jar)"
    missing=$((missing + 1))
  fi
done
echo "THIRD-PARTY: $count libraries, $missing not named"
[ "$missing" -eq 0 ] && [ "$count" -gt 30 ]
