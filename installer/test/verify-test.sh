#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# usage: verify-test.sh FOLDER
# Shows that verify.sh accepts whole artefacts and refuses every spoilt one. OpenSSL makes them in FOLDER; those of a token,
# SoftHSM2 and pkcs11-tool.

set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
base=$1
rm -rf "$base"
mkdir -p "$base"
wrong=0 count=0

# verdict FOLDER: what verify.sh says with the options of the case, in $base/said.
options=()
verdict() {
  local passwords=()
  if [ -e "$1/container.password" ]; then
    passwords=(--container-password-file "$1/container.password" --backup-password-file "$1/backup.password")
  fi
  bash "$here/../verify.sh" "$1" ${options[@]+"${options[@]}"} ${passwords[@]+"${passwords[@]}"} >"$base/said" 2>&1
}
accepts() {
  count=$((count + 1))
  if ! verdict "$2"; then
    wrong=$((wrong + 1))
    echo "refused, but is right: $1"
    cat "$base/said"
  fi
}
# refuses WORDS COMMAND...: the command spoils a fresh copy of the whole folder, in which it runs.
refuses() {
  local words=$1
  shift
  count=$((count + 1))
  rm -rf "$base/spoilt"
  cp -r "$whole" "$base/spoilt"
  (cd "$base/spoilt" && "$@")
  if verdict "$base/spoilt"; then
    wrong=$((wrong + 1))
    echo "accepted, but is spoilt: $words"
  elif ! grep -q '^FAIL' "$base/said"; then
    wrong=$((wrong + 1))
    echo "refused without a word: $words"
  fi
}

flip() { # FILE PART-OF-16: the lowest bit of the byte there
  local at byte
  at=$(($(stat -c %s "$1") * $2 / 16))
  byte=$(od -An -tu1 -j "$at" -N 1 "$1")
  # shellcheck disable=SC2059
  printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$1" bs=1 seek="$at" conv=notrunc status=none
}
cut_off() { truncate -s -20 "$1"; }
lengthen() { printf 'more' >>"$1"; }
swap() { mv "$1" swapped && mv "$2" "$1" && mv swapped "$2"; }
sign() { # TEXT SIGNATURE CERTIFICATE KEY OPTIONS...
  openssl cms -sign -binary -in "$1" -outform DER -out "$2" -signer "$3" -inkey "$4" "${@:5}"
}

files=(request.csr certificate.pem chain.pem statement.txt statement.p7s receipt.txt receipt.p7s container.p12 backup.p12)

for algorithm in gost256 gost512 ec rsa; do
  bash "$here/make-artefacts.sh" "$base/$algorithm" "$algorithm"
  accepts "$algorithm" "$base/$algorithm"
done

whole=$base/gost256
bash "$here/make-artefacts.sh" "$base/other" gost256
for file in "${files[@]}"; do
  for part in 4 8 12; do
    refuses "$file with a flipped bit at $part/16" flip "$file" "$part"
  done
  refuses "$file cut off" cut_off "$file"
  refuses "$file emptied" truncate -s 0 "$file"
  refuses "$file missing" rm "$file"
  refuses "$file with something behind it" lengthen "$file"
done
for file in request.csr certificate.pem chain.pem statement.p7s receipt.p7s container.p12 backup.p12; do
  refuses "$file of another renewal" cp "$base/other/$file" "$file"
done
refuses "texts swapped" swap statement.txt receipt.txt
refuses "signatures swapped" swap statement.p7s receipt.p7s
refuses "issuer where the certificate belongs" sh -c 'sed "/-END/q" chain.pem >certificate.pem'
refuses "chain without its root" sh -c 'sed -i "/-END/q" chain.pem'
refuses "wrong password" sh -c 'echo wrong >container.password'
refuses "wrong password of the backup" sh -c 'echo wrong >backup.password'

# Signatures that hold, but are not what they have to be; with EC, where no engine is needed.
whole=$base/ec
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=Stranger -days 2 \
  -keyout "$base/stranger.key" -out "$base/stranger.pem" 2>/dev/null
openssl pkcs12 -in "$whole/container.p12" -passin "file:$whole/container.password" -nocerts -nodes -out "$base/own.key"
refuses "signature without signing-certificate attribute" sign receipt.txt receipt.p7s certificate.pem "$base/own.key"
refuses "signature with the text inside" \
  sign receipt.txt receipt.p7s certificate.pem "$base/own.key" -cades -nodetach
refuses "signature of a stranger" sign receipt.txt receipt.p7s "$base/stranger.pem" "$base/stranger.key" -cades
refuses "signature of a stranger whom the chain knows" sh -c \
  "openssl cms -sign -cades -binary -in receipt.txt -outform DER -out receipt.p7s -signer $base/stranger.pem \
   -inkey $base/stranger.key && cat $base/stranger.pem >>chain.pem"
refuses "container without password protection of its integrity" sh -c \
  "openssl pkcs12 -export -nomac -inkey $base/own.key -in certificate.pem -passout file:container.password -out container.p12"

# A key on an active token.
for algorithm in ec rsa; do
  bash "$here/make-token-artefacts.sh" "$base/token-$algorithm" "$algorithm"
  accepts "token with $algorithm" "$base/token-$algorithm"
done
bash "$here/make-token-artefacts.sh" "$base/token-other" ec
whole=$base/token-ec
for file in certificate.der public.der signature.bin challenge.bin; do
  refuses "token-$file with a flipped bit" flip "token-$file" 12
  refuses "token-$file cut off" cut_off "token-$file"
  refuses "token-$file emptied" truncate -s 0 "token-$file"
  refuses "token-$file missing" rm "token-$file"
  refuses "token-$file of another token" cp "$base/token-other/token-$file" "token-$file"
done
refuses "list of another token" cp "$base/token-other/token-objects.txt" token-objects.txt
refuses "list emptied" truncate -s 0 token-objects.txt
refuses "list missing" rm token-objects.txt
for kind in Private Public; do
  refuses "$kind key under another ID" sed -i "/^$kind Key/,/ID:/s/ID: .*/ID: 0102/" token-objects.txt
  refuses "$kind key missing" sed -i "/^$kind Key/,/Access:/d" token-objects.txt
done
refuses "certificate under another ID" sed -i '/^Certificate/,/ID:/s/ID: .*/ID: 0102/' token-objects.txt
refuses "certificate missing" sed -i '/^Certificate/,/ID:/d' token-objects.txt
refuses "key listed twice" sh -c 'sed -n "/^Private/,/Access:/p" token-objects.txt >>token-objects.txt'
refuses "container beside the token" cp "$base/ec/container.p12" container.p12

# A container on a passive token.
rm -rf "$base/passive"
cp -r "$base/ec" "$base/passive"
for part in 1 2; do
  printf "Data object $part\\n  label:          'Obnova 0123abcd %s/2'\\n  application:    'Obnova'\\n  app_id:         <empty>\\n" "$part"
  echo '  flags:           modifiable private'
done >"$base/passive/token-objects.txt"
accepts "passive token" "$base/passive"
whole=$base/passive
refuses "container of nobody" sed -i "s/application: .*/application:    'Another'/" token-objects.txt
refuses "part missing" sed -i '/^Data object 2/,/flags:/d' token-objects.txt
refuses "part that everybody may read" sed -i '/^Data object 2/,/flags:/s/ private//' token-objects.txt
refuses "parts of two containers" sed -i '/^Data object 2/,/flags:/s/0123abcd/4567abcd/' token-objects.txt
refuses "container that everybody may read" sed -i 's/ private//' token-objects.txt
refuses "container missing" rm container.p12

# A first certificate: the statement was signed by hand, the receipt confirmed by a code.
rm -rf "$base/paper"
cp -r "$base/ec" "$base/paper"
rm "$base"/paper/*.p7s
options=(--on-paper)
accepts "first certificate" "$base/paper"
whole=$base/paper
for document in statement receipt; do
  refuses "$document.txt missing" rm "$document.txt"
  refuses "$document signed without a certificate" cp "$base/ec/$document.p7s" .
done
refuses "request of another person's first certificate" cp "$base/other/request.csr" .
options=()
refuses "first certificate that is called a renewal" true

# By the rules of 2017: no receipt.
rm -rf "$base/2017"
cp -r "$base/ec" "$base/2017"
rm "$base"/2017/receipt.*
options=(--without-receipt)
accepts "2017" "$base/2017"
whole=$base/2017
refuses "receipt where there is none" cp "$base/ec/receipt.txt" .
refuses "signed receipt where there is none" cp "$base/ec/receipt.p7s" .
refuses "statement unsigned" rm statement.p7s
refuses "statement of another" cp "$base/other/statement.p7s" .
options=()
refuses "renewal without its receipt" true

echo "verify.sh: $count cases, $wrong wrong"
[ "$wrong" -eq 0 ] && [ "$count" -gt 110 ]
