# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# The single checks of verify.sh. Each is a function that succeeds or fails, and says why on stderr.

failures=0

# check WORDS COMMAND...: runs the command and prints one line.
check() {
  local words=$1 reason
  shift
  if reason=$("$@" 2>&1 >/dev/null); then
    printf 'ok    %s\n' "$words"
  else
    failures=$((failures + 1))
    reason=$(printf '%s' "$reason" | grep -v '^$' | tail -n 1)
    printf 'FAIL  %s%s\n' "$words" "${reason:+: $reason}"
  fi
}

# The engine says each time that it is there; nobody needs to read that. OpenSSL's own status is kept.
ssl() {
  local command=$1
  shift
  { openssl "$command" -engine gost "$@" 2>&1 >&3 | grep -v '^Engine "gost" set' >&2; } 3>&1
  return "${PIPESTATUS[0]}"
}

fail() {
  echo "$*" >&2
  return 1
}

# PEM or DER, by the first line.
form_of() {
  if head -c 11 "$1" | grep -q -e '-----BEGIN'; then echo PEM; else echo DER; fi
}

# only_pem LABEL FILE: every line belongs to a block of this label.
only_pem() {
  local rest
  grep -q "^-----BEGIN $1-----\$" "$2" || fail "no $1 in it" || return
  rest=$(sed "/^-----BEGIN $1-----\$/,/^-----END $1-----\$/d" "$2" | tr -d '[:space:]')
  [ -z "$rest" ] || fail "has other text in it"
}

one_request() {
  one_der_object "$1" || return
  [ "$(form_of "$1")" = DER ] || only_pem 'CERTIFICATE REQUEST' "$1"
}

# one_der_object FILE: the outermost length is the file's, so that nothing was cut off or added.
one_der_object() {
  local header length size
  [ "$(form_of "$1")" = DER ] || return 0
  read -r header length < <(openssl asn1parse -inform DER -in "$1" 2>/dev/null | head -n 1 |
    sed -n 's/.*hl= *\([0-9]*\) *l= *\([0-9]*\) .*/\1 \2/p')
  size=$(stat -c %s "$1")
  [ -n "${length:-}" ] && [ $((header + length)) -eq "$size" ] || fail "is cut off or has something behind it"
}

# OpenSSL 3.0 takes a root's own signature on trust unless told otherwise.
leads_to() {
  ssl verify -check_ss_sig -x509_strict -CAfile "$1" "$2"
}

chain_is_closed() {
  local part parts
  parts=$(mktemp -d "$work/chain-XXXXXX")
  awk -v to="$parts" '/^-----BEGIN/ { n++ } { print > (to "/" n ".pem") }' "$1"
  for part in "$parts"/*.pem; do
    ssl verify -check_ss_sig -CAfile "$1" "$part" || return 1
  done
}

# Some versions of OpenSSL end with status 0 although the signature is wrong: the words count.
request_is_signed() {
  local words
  words=$(ssl req -verify -noout -inform "$(form_of "$1")" -in "$1" 2>&1)
  case $words in
    *"verify OK"*) ;;
    *) fail "$words" ;;
  esac
}

# Keys are compared as their numbers and parameters: programs differ in how they encode the same GOST key.
describe_key() {
  ssl pkey -pubin -noout -text_pub | grep -v '^$'
}
key_of_request() {
  ssl req -inform "$(form_of "$1")" -in "$1" -noout -pubkey | describe_key
}
key_of_certificate() {
  ssl x509 -in "$1" -noout -pubkey | describe_key
}
public_of_private() {
  ssl pkey -in "$1" -pubout | describe_key
}

same_key() {
  local one other
  one=$(cat "$1") other=$(cat "$2")
  [ -n "$one" ] || fail "no key can be read" || return
  [ "$one" = "$other" ] || fail "the keys differ"
}

same_certificate() {
  local one other
  one=$(ssl x509 -in "$1" -noout -fingerprint -sha256) || return
  other=$(ssl x509 -in "$2" -noout -fingerprint -sha256) || return
  [ "$one" = "$other" ] || fail "the certificates differ"
}

# document_is_signed TEXT SIGNATURE CHAIN SIGNER: SIGNER becomes the certificate that signed.
document_is_signed() {
  local form structure
  form=$(form_of "$2")
  structure=$(ssl cms -cmsout -print -noout -inform "$form" -in "$2") || return
  grep -q 'eContent: <ABSENT>' <<<"$structure" || fail "the signature is not detached" || return
  ssl cms -verify -cades -binary -purpose any -check_ss_sig -inform "$form" -in "$2" -content "$1" -CAfile "$3" \
    -signer "$4" -out /dev/null
}

same_holder() {
  local one other
  one=$(holder_of "$1") other=$(holder_of "$2")
  [ -n "$one" ] || fail "no signer can be read" || return
  [ "$one" = "$other" ] || fail "it is another person"
}

# Name, SNILS and INN of the person: the common name of an employee's certificate may be the organisation's.
holder_of() {
  ssl x509 -in "$1" -noout -subject -nameopt multiline,utf8,-esc_msb |
    sed -n 's/^ *\(surname\|givenName\|SNILS\|INN\) *= */\1=/p' | sort
}

# open_container FILE PASSWORD-FILE TARGET: TARGET.key and TARGET.pem (the certificate of that key). No -legacy here.
open_container() {
  local password
  password=$(head -n 1 "$2")
  OBNOVA_PASSWORD=$password ssl pkcs12 -in "$1" -passin env:OBNOVA_PASSWORD -nocerts -nodes -out "$3.key" || return
  OBNOVA_PASSWORD=$password ssl pkcs12 -in "$1" -passin env:OBNOVA_PASSWORD -clcerts -nokeys -out "$3.pem"
}

refuses_other_password() {
  if ssl pkcs12 -in "$1" -passin pass:not-the-password-of-anybody -noout 2>/dev/null; then
    fail "it opens with any password"
  fi
}

# signs KEY CERTIFICATE FOLDER: what the private key signs, the certificate's key verifies.
signs() {
  head -c 64 /dev/urandom >"$3/challenge"
  ssl dgst "-$(digest_of "$2")" -sign "$1" -out "$3/signature" "$3/challenge" || return
  verifies "$2" "$3/signature" "$3/challenge" "$3"
}

# digest_of CERTIFICATE: what its key signs.
digest_of() {
  case $(ssl x509 -in "$1" -noout -text) in
    *"GOST R 34.10-2012 with 256 bit modulus"*) echo md_gost12_256 ;;
    *"GOST R 34.10-2012 with 512 bit modulus"*) echo md_gost12_512 ;;
    *) echo sha256 ;;
  esac
}

# verifies CERTIFICATE SIGNATURE TEXT FOLDER
verifies() {
  ssl x509 -in "$1" -noout -pubkey >"$4/public" || return
  ssl dgst "-$(digest_of "$1")" -verify "$4/public" -signature "$2" "$3"
}

# Of a token: LIST is what "pkcs11-tool --list-objects" printed after login.

# keys_stay_on_token LIST: a private key is an object there, not a container's.
keys_stay_on_token() {
  [ -e "$1" ] && grep -q '^Private Key Object' "$1"
}

# ids_of LIST KIND [LINE]: the IDs of the objects of a kind, e.g. "Public Key"; with LINE only of those that have such a line.
ids_of() {
  awk -v kind="^$2 Object" -v line="${3:-.}" '
    /^[^ ]/ { tell(); here = $0 ~ kind; id = ""; found = line == "." }
    here && $0 ~ line { found = 1 }
    here && /^ *ID:/ { id = tolower($2) }
    END { tell() }
    function tell() { if (here && found && id != "") print id }' "$1"
}

# pair_is_listed LIST CERTIFICATE: exactly one private and one public key have the ID of the certificate's object.
pair_is_listed() {
  local serial id
  serial=$(ssl x509 -in "$2" -noout -serial) || return
  id=$(ids_of "$1" Certificate "^ *serial: *0*${serial#serial=}\$")
  [ -n "$id" ] || fail "the certificate is not listed" || return
  [ "$(wc -l <<<"$id")" -eq 1 ] || fail "the certificate is listed more than once" || return
  [ "$(ids_of "$1" 'Private Key' | grep -cx "$id")" -eq 1 ] || fail "no private key, or more than one, has the ID $id" || return
  [ "$(ids_of "$1" 'Public Key' | grep -cx "$id")" -eq 1 ] || fail "no public key, or more than one, has the ID $id"
}

# public_octets_agree OCTETS CERTIFICATE: OCTETS are a SubjectPublicKeyInfo, or, of GOST, the point alone, which ends it (RFC 9215, 4.2).
public_octets_agree() {
  local size key
  size=$(stat -c %s "$1")
  key=$(mktemp "$work/key-XXXXXX")
  ssl x509 -in "$2" -noout -pubkey | ssl pkey -pubin -outform DER -out "$key" || return
  case $size in
    64 | 128)
      ssl x509 -in "$2" -noout -text | grep -q "GOST R 34.10-2012 with $((size * 4)) bit modulus" ||
        fail "a point of another kind of key" || return
      tail -c "$size" "$key" | cmp -s - "$1" || fail "the keys differ"
      ;;
    *) same_key <(ssl pkey -pubin -inform DER -in "$1" | describe_key) <(key_of_certificate "$2") ;;
  esac
}

no_container() {
  if ls "$1"/*.p12 >/dev/null 2>&1; then fail "there is: a key that was made on a token must not be in a file"; fi
}

no_signature() {
  if ls "$1"/*.p7s >/dev/null 2>&1; then fail "there is: without a certificate nobody signs"; fi
}

# no_receipt FOLDER
no_receipt() {
  if ls "$1"/receipt.* >/dev/null 2>&1; then fail "there is: a code released the certificate before it was issued"; fi
}

# holds_container LIST: all parts of one container are there, "Obnova ID NUMBER/COUNT", and nobody sees them without a login.
holds_container() {
  awk '
    /^[^ ]/ { label = "" }
    /^ *label: *.Obnova [0-9a-f]+ [0-9]+\/[0-9]+.$/ { split($4, number, /[\/\047]/); label = $3; ids[$3]; count = number[2] }
    label != "" && /^ *application: / && !/.Obnova.$/ { label = "" }
    label != "" && /^ *flags:.* private/ { parts++ }
    END { n = 0; for (id in ids) n++; exit !(n == 1 && parts == count && parts > 0) }' "$1" ||
    fail "its private parts are not there, or not all of them, or of more than one"
}
