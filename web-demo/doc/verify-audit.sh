#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# usage: verify-audit.sh EXPORT CA.pem
# Verifies an exported audit log without the server: bash, jq, sha256sum and openssl alone. EXPORT: JSON lines of `audit export`; CA.pem: the authority's roots.
# Ends with 0 where every entry is whole and follows the one before, and every stamped head is in the log under a stamp that verifies; says what is wrong otherwise.
# Stamps of a GOST authority need openssl's gost engine (OPENSSL_CONF).

set -eu
export_file=$1 roots=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong() { echo "$1"; exit 1; }

expected=1
previous=$(printf '0%.0s' {1..64})
while IFS=$'\t' read -r number before hash text; do
  [ "$number" -eq "$expected" ] || wrong "entry $expected: is missing"
  [ "$before" = "$previous" ] || wrong "entry $number: does not follow the one before it"
  [ "$(base64 -d <<<"$text" | sha256sum | cut -d' ' -f1)" = "$hash" ] || wrong "entry $number: was changed"
  echo "$hash" >"$work/$number"
  previous=$hash expected=$((number + 1))
done < <(jq -r 'select(has("number")) | [.number, .previous, .hash,
  ([.form, (.number | tostring), .at, .actor, .action, .object, .digest, .previous] | map(. + "\n") | add | @base64)] | @tsv' "$export_file")

heads=0
while IFS=$'\t' read -r number hash stamp; do
  [ "$(cat "$work/$number" 2>/dev/null)" = "$hash" ] || wrong "entry $number: was stamped, and is missing or another one"
  base64 -d <<<"$stamp" >"$work/stamp"
  openssl ts -verify -token_in -in "$work/stamp" -digest "$hash" -CAfile "$roots" >"$work/said" 2>&1 ||
    { cat "$work/said"; wrong "head $number: its time stamp does not hold"; }
  heads=$((heads + 1))
done < <(jq -r 'select(has("head")) | [.head, .hash, .stamp] | @tsv' "$export_file")
[ "$heads" -gt 0 ] || wrong "no stamped head: the end may have been cut off"
echo "whole: $((expected - 1)) entries, $heads stamped heads"
