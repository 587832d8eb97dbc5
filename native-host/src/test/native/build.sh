#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
#
# build.sh FOLDER [FLAG...]: makes the test token in FOLDER; see README.md. Flags go to gcc (as -fsanitize=address -g).
set -euo pipefail

sources=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
folder=${1:?'usage: build.sh FOLDER [FLAG...]'}
shift
module=$folder/libobnova-test-token.so

if [ "$(uname -s)" != Linux ]; then
  echo "The test token is made on Linux only: left out."
  exit 0
fi
for header in /usr/include/p11-kit-1/p11-kit/pkcs11.h /usr/include/openssl/engine.h; do
  if ! command -v gcc >/dev/null || [ ! -e "$header" ]; then
    echo "The test token needs gcc, libssl-dev, libp11-kit-dev and libengine-gost-openssl: left out." >&2
    exit 0
  fi
done

mkdir -p "$folder"
if [ -e "$module" ] && [ -z "$(find "$sources" -newer "$module" -print -quit)" ]; then
  exit 0
fi
rm -rf -- "${folder:?}/products"
cp -r -- "$sources/products" "$folder/products"
fresh=$(mktemp -- "$folder/build.XXXXXX")
trap 'rm -f -- "$fresh"' EXIT
gcc -std=gnu11 -O2 -Wall -Wextra -Werror -fPIC -shared -fvisibility=hidden -D_GNU_SOURCE -I/usr/include/p11-kit-1 \
  -DOPENSSL_SUPPRESS_DEPRECATED "$@" -o "$fresh" "$sources"/*.c -Wl,-z,defs -lcrypto -lpthread -ldl
chmod 755 -- "$fresh"

# The same file, said to be for another processor (ELF e_machine: SPARC V9), is what a loader refuses.
cp -- "$fresh" "$folder/wrong-architecture.so"
printf '\053\000' | dd of="$folder/wrong-architecture.so" bs=1 seek=18 conv=notrunc status=none
mv -f -- "$fresh" "$module"
