#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# usage: make-token-artefacts.sh FOLDER ec|rsa
# Makes a folder as a renewal on an active token leaves it, for the tests of verify.sh: with OpenSSL, SoftHSM2 and pkcs11-tool.

set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$1 algorithm=$2
bash "$here/make-artefacts.sh" "$folder" "$algorithm"
cd "$folder"
work=$(mktemp -d)
trap 'status=$?; [ $status -eq 0 ] || cat "$work/log"; rm -rf "$work"' EXIT
mkdir "$work/tokens"
printf 'directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n' "$work/tokens" >"$work/softhsm2.conf"
export SOFTHSM2_CONF=$work/softhsm2.conf PIN=12345678
for module in /usr/lib/softhsm/libsofthsm2.so /usr/lib*/softhsm/libsofthsm2.so /usr/lib/*/softhsm/libsofthsm2.so; do
  [ ! -e "$module" ] || break
done
id=$(openssl rand -hex 20)
token() { pkcs11-tool --module "$module" --token-label obnova --login --pin env:PIN "$@"; }

{
  softhsm2-util --init-token --free --label obnova --so-pin 87654321 --pin "$PIN"
  openssl pkcs12 -in container.p12 -passin file:container.password -nocerts -nodes -out "$work/key.pem"
  softhsm2-util --import "$work/key.pem" --token obnova --pin "$PIN" --label holder --id "$id"
  openssl x509 -in certificate.pem -outform DER -out "$work/certificate.der"
  token --write-object "$work/certificate.der" --type cert --id "$id" --label holder

  token --list-objects >token-objects.txt
  token --read-object --type cert --id "$id" --output-file token-certificate.der
  token --read-object --type pubkey --id "$id" --output-file token-public.der
  head -c 64 /dev/urandom >token-challenge.bin
  openssl dgst -sha256 -binary token-challenge.bin >"$work/digest"
  case $algorithm in
    ec) mechanism=(ECDSA --signature-format openssl) ;;
    # DigestInfo of SHA-256.
    rsa) mechanism=(RSA-PKCS) && printf '\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20' |
      cat - "$work/digest" >"$work/info" && mv "$work/info" "$work/digest" ;;
  esac
  token --sign --mechanism "${mechanism[@]}" --id "$id" --input-file "$work/digest" --output-file token-signature.bin
  rm ./*.p12 ./*.password
} >"$work/log" 2>&1
