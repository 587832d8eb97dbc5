#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Checks with OpenSSL alone, without any code of Obnova, what a renewal left in a folder. One line for each check;
# status 0 only when all of them passed. The folder's files:
#
#   request.csr               PKCS#10 of the new key
#   certificate.pem           the new certificate
#   chain.pem                 the issuers of the new and of the old (signing) certificate, roots included
#   statement.txt, .p7s       the bytes that were signed, and the detached CAdES-BES signature
#   receipt.txt, .p7s         the same
#   container.p12             new key and certificate, as the holder keeps them; read off the token where that is their storage
#   backup.p12                the copy of the container
#   token-objects.txt         only of a token: what pkcs11-tool lists there after login
#
# A first certificate whose statement was signed by hand, and whose receipt was confirmed by a code (--on-paper), comes without
# the two signatures: statement.p7s and receipt.p7s must not be there.
#
# A certificate that a code released before it was issued (--without-receipt, the rules of 2017) comes without a receipt: receipt.txt and
# receipt.p7s must not be there.
#
# A key that was made on a token cannot leave it. Instead of the containers there is then what pkcs11-tool had of the token:
#
#   token-certificate.der     the certificate beside the key
#   token-public.der          the public key (SubjectPublicKeyInfo; of GOST only its point)
#   token-challenge.bin       octets that nobody chose, and
#   token-signature.bin       the token's signature of them

set -u
usage() {
  echo "usage: verify.sh FOLDER [--on-paper|--without-receipt] [--container-password-file FILE] [--backup-password-file FILE]" >&2
  echo "  A file's first line is the password; without the file it is empty." >&2
  exit 64
}

folder= on_paper=no receipt=yes container_password=/dev/null backup_password=/dev/null
while [ $# -gt 0 ]; do
  case $1 in
    --container-password-file) [ $# -gt 1 ] || usage; container_password=$2; shift 2 ;;
    --backup-password-file) [ $# -gt 1 ] || usage; backup_password=$2; shift 2 ;;
    --on-paper) on_paper=yes; shift ;;
    --without-receipt) receipt=no; shift ;;
    -*) usage ;;
    *) [ -z "$folder" ] || usage; folder=$1; shift ;;
  esac
done
[ -n "$folder" ] || usage
[ "$on_paper$receipt" != yesno ] || usage
cd "$(dirname "${BASH_SOURCE[0]}")" && scripts=$PWD/scripts && cd "$OLDPWD" || exit 1
# shellcheck source=scripts/openssl-checks.sh
. "$scripts/openssl-checks.sh"

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

echo "Checked with $(openssl version):"
documents=(statement receipt)
if [ "$receipt" = no ]; then documents=(statement); fi
signed=("${documents[@]}")
if [ "$on_paper" = yes ]; then signed=(); fi
files=(request.csr certificate.pem chain.pem "${documents[@]/%/.txt}" ${signed[@]+"${signed[@]/%/.p7s}"})
if [ -e "$folder/token-objects.txt" ]; then files+=(token-objects.txt); fi
if keys_stay_on_token "$folder/token-objects.txt"; then
  containers=()
  files+=(token-certificate.der token-public.der token-challenge.bin token-signature.bin)
else
  containers=(container backup)
  files+=(container.p12 backup.p12)
fi
for name in "${files[@]}"; do
  check "$name is there" test -s "$folder/$name"
done
if ! openssl engine gost >/dev/null 2>&1; then
  check "OpenSSL has the gost engine (Debian: apt-get install libengine-gost-openssl)" false
fi

check "chain.pem is nothing but certificates" only_pem CERTIFICATE "$folder/chain.pem"
check "certificate.pem is nothing but a certificate" only_pem CERTIFICATE "$folder/certificate.pem"
check "each certificate of chain.pem leads to a root in it" chain_is_closed "$folder/chain.pem"

check "request.csr is nothing but a request" one_request "$folder/request.csr"
check "request.csr proves possession of its key" request_is_signed "$folder/request.csr"
check "certificate.pem was issued by the chain" leads_to "$folder/chain.pem" "$folder/certificate.pem"
check "certificate.pem has the key of request.csr" same_key \
  <(key_of_request "$folder/request.csr") <(key_of_certificate "$folder/certificate.pem")

if [ "$on_paper" = yes ]; then
  check "nothing was signed before there was a certificate" no_signature "$folder"
fi
if [ "$receipt" = no ]; then
  check "no receipt was asked for" no_receipt "$folder"
fi
for document in ${signed[@]+"${signed[@]}"}; do
  check "$document.p7s is one whole CMS object" one_der_object "$folder/$document.p7s"
  check "$document.p7s signs $document.txt (CAdES, chain verified)" \
    document_is_signed "$folder/$document.txt" "$folder/$document.p7s" "$folder/chain.pem" "$work/$document.pem"
  check "$document.p7s belongs to the holder of certificate.pem" \
    same_holder "$work/$document.pem" "$folder/certificate.pem"
done

for copy in ${containers[@]+"${containers[@]}"}; do
  password=${copy}_password
  check "$copy.p12 is one whole PKCS#12 object" one_der_object "$folder/$copy.p12"
  check "$copy.p12 opens with its password" open_container "$folder/$copy.p12" "${!password}" "$work/$copy"
  check "$copy.p12 refuses another password" refuses_other_password "$folder/$copy.p12"
  check "$copy.p12 holds certificate.pem" same_certificate "$work/$copy.pem" "$folder/certificate.pem"
  check "$copy.p12 holds the key of certificate.pem" same_key \
    <(public_of_private "$work/$copy.key") <(key_of_certificate "$folder/certificate.pem")
  check "$copy.p12 signs, and certificate.pem verifies it" signs "$work/$copy.key" "$folder/certificate.pem" "$work"
done
if [ ${#containers[@]} -gt 0 ]; then
  check "backup.p12 has the key of container.p12" same_key \
    <(public_of_private "$work/backup.key") <(public_of_private "$work/container.key")
  if [ -e "$folder/token-objects.txt" ]; then
    check "the token holds the container in private data objects of Obnova" holds_container "$folder/token-objects.txt"
  fi
else
  check "token-certificate.der is one whole object" one_der_object "$folder/token-certificate.der"
  check "the token holds certificate.pem" same_certificate "$folder/token-certificate.der" "$folder/certificate.pem"
  check "the token holds the public key of certificate.pem" public_octets_agree "$folder/token-public.der" \
    "$folder/certificate.pem"
  check "the token's private key, public key and certificate have one ID" pair_is_listed "$folder/token-objects.txt" \
    "$folder/certificate.pem"
  check "the token signs, and certificate.pem verifies it" verifies "$folder/certificate.pem" "$folder/token-signature.bin" \
    "$folder/token-challenge.bin" "$work"
  check "there is no container beside the token" no_container "$folder"
fi

if [ "$failures" -gt 0 ]; then
  echo "$failures checks failed."
  exit 1
fi
echo "All checks passed."
