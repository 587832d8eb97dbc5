#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# usage: make-artefacts.sh FOLDER gost256|gost512|ec|rsa
# Makes with OpenSSL alone a folder as a renewal leaves it, for the tests of verify.sh.

set -eu
folder=$1 algorithm=$2
mkdir -p "$folder"
cd "$folder"
case $algorithm in
  gost256) key=(-algorithm gost2012_256 -pkeyopt paramset:TCA) digest=md_gost12_256 ;;
  gost512) key=(-algorithm gost2012_512 -pkeyopt paramset:A) digest=md_gost12_512 ;;
  ec) key=(-algorithm EC -pkeyopt ec_paramgen_curve:P-256) digest=sha256 ;;
  rsa) key=(-algorithm RSA -pkeyopt rsa_keygen_bits:3072) digest=sha256 ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
exec 2>"$work/log"
trap 'status=$?; [ $status -eq 0 ] || cat "$work/log"; rm -rf "$work"' EXIT

ssl() { local command=$1; shift; openssl "$command" -engine gost "$@"; }
new_key() { ssl genpkey "${key[@]}" -out "$1"; }
extensions() {
  printf 'basicConstraints=critical,%s\nkeyUsage=critical,%s\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n' "$1" "$2"
}
# issue REQUEST ISSUER CERTIFICATE EXTENSIONS...
issue() {
  ssl x509 -req -in "$1" -CA "$2.pem" -CAkey "$2.key" -set_serial "0x$(openssl rand -hex 16)" -days 30 \
    "-$digest" -extfile <(extensions "${@:4}") -out "$3"
}

subject='/CN=Тестов Тест Тестович/SN=Тестов/GN=Тест Тестович/C=RU/SNILS=11223344595/INN=500100732259'
new_key "$work/root.key"
ssl req -x509 -new -key "$work/root.key" "-$digest" -utf8 -subj '/CN=Проверочный корень' -days 30 \
  -addext keyUsage=critical,keyCertSign,cRLSign -out "$work/root.pem"
new_key "$work/issuer.key"
ssl req -new -key "$work/issuer.key" "-$digest" -utf8 -subj '/CN=Проверочный УЦ' -out "$work/issuer.csr"
issue "$work/issuer.csr" "$work/root" "$work/issuer.pem" CA:TRUE keyCertSign,cRLSign
cat "$work/issuer.pem" "$work/root.pem" >chain.pem

for name in old new; do
  new_key "$work/$name.key"
  ssl req -new -key "$work/$name.key" "-$digest" -utf8 -subj "$subject" -out "$work/$name.csr"
  issue "$work/$name.csr" "$work/issuer" "$work/$name.pem" CA:FALSE digitalSignature,nonRepudiation
done
cp "$work/new.csr" request.csr
cp "$work/new.pem" certificate.pem

printf 'Заявление\nПрошу выдать сертификат.\n' >statement.txt
printf 'Расписка\nСертификат получен.\n' >receipt.txt
for document in statement receipt; do
  ssl cms -sign -cades -binary -md "$digest" -in "$document.txt" -signer "$work/old.pem" -inkey "$work/old.key" \
    -outform DER -out "$document.p7s"
done
for name in container backup; do
  echo "$name-password" >"$name.password"
  ssl pkcs12 -export -inkey "$work/new.key" -in certificate.pem -certfile chain.pem -name obnova \
    -keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256 -passout "file:$name.password" -out "$name.p12"
done
