#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# usage: authority.sh WORK [STORED,...]
# What the authority's work costs over HTTP, on a database with so many finished applications (default 1000,10000,100000). Prints a line for each.
# A million takes ten minutes and 20 GB in WORK.

set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$1/authority stored=${2:-1000,10000,100000}
class_path=$(echo "$root"/web-demo/testkit/target/obnova-testkit-*.jar):$(cat "$root/web-demo/testkit/target/dependencies.class-path")
rm -rf "$work"
mkdir -p "$work/classes" "$work/data"
"$JAVA_HOME/bin/javac" -proc:none -cp "$class_path" -d "$work/classes" "$root"/installer/bench/authority/*.java
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Djdk.httpclient.allowRestrictedHeaders=host -cp "$work/classes:$class_path" AuthorityBench \
  "$work/data" "$stored"
rm -rf "$work/data"
