#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# usage: tokens.sh IMAGE WORK [ROUNDS]
# Lists 20 certificates and signs once on a software token: the host through its driver process, a C program, pkcs11-tool. Prints times and ratios.

set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
image=$1 work=$2/tokens rounds=${3:-301}
pin=12345678
rm -rf "$work"
mkdir -p "$work/store" "$work/classes"
for module in /usr/lib/softhsm/libsofthsm2.so /usr/lib/*/softhsm/libsofthsm2.so /usr/lib64/pkcs11/libsofthsm2.so; do
  [ ! -e "$module" ] || break
done
printf 'directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n' "$work/store" >"$work/softhsm2.conf"
export SOFTHSM2_CONF=$work/softhsm2.conf

tool() {
  pkcs11-tool --module "$module" --token-label bench --login --pin "$pin" "$@" 2>>"$work/log"
}

softhsm2-util --init-token --free --label bench --pin "$pin" --so-pin 87654321 >>"$work/log"
tool --keypairgen --key-type EC:prime256v1 --label key --id 00 >>"$work/log"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$work/key.pem" -subj "/CN=bench" \
  -outform DER -out "$work/certificate.der" 2>>"$work/log"
for number in $(seq 10 29); do
  tool --write-object "$work/certificate.der" --type cert --label "certificate $number" --id "$number" >>"$work/log"
done

gcc -O2 -I/usr/include/p11-kit-1 "$here/yardstick.c" -o "$work/yardstick" -ldl
class_path=$(printf '%s:' "$image"/lib/*.jar)
"$JAVA_HOME/bin/javac" -proc:none -cp "$class_path" -d "$work/classes" "$here/TokenBench.java"

"$work/yardstick" "$module" "$pin" "$rounds" >"$work/c"
"$image/runtime/bin/java" "@$image/lib/obnova-host.options" "-Djava.library.path=$image/lib" \
  -cp "$class_path$work/classes" TokenBench "$module" "$pin" "$rounds" "$work" >"$work/host"
start=$(date +%s%N)
for _ in 1 2 3 4 5; do tool --list-objects --type cert >/dev/null; done
echo "list $((($(date +%s%N) - start) / 5000))" >"$work/tool"
start=$(date +%s%N)
for _ in 1 2 3 4 5; do
  head -c 32 /dev/zero | tool --sign --mechanism ECDSA --id 00 --output-file "$work/signature" >/dev/null
done
echo "sign $((($(date +%s%N) - start) / 5000))" >>"$work/tool"

value() {
  awk -v name="$2" '$1 == name { print $2 }' "$work/$1"
}
echo "A token through the driver process (SoftHSM2, medians of $rounds):"
awk -v host="$(value host list)" -v c="$(value c list)" -v tool="$(value tool list)" -v first="$(value host first)" 'BEGIN {
  printf "  list of 20 certificates: %.2f ms, C program %.2f ms: ratio %.2f (goal: at most 3); pkcs11-tool with its start %.0f ms\n", \
    host / 1e3, c / 1e3, host / c, tool / 1e3
  printf "  first list, with the start of the driver process: %.0f ms\n", first / 1e3 }'
awk -v host="$(value host sign)" -v c="$(value c sign)" -v tool="$(value tool sign)" 'BEGIN {
  printf "  one signature (P-256): %.2f ms, C program %.2f ms: %.2f ms more (goal: at most 2); pkcs11-tool with its start %.0f ms\n", \
    host / 1e3, c / 1e3, (host - c) / 1e3, tool / 1e3 }'
