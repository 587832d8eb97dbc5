#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Makes obnova-VERSION.pkg on macOS. Not tried there yet.
#
# usage: build.sh IMAGE VERSION [EXTENSION]
#   IMAGE      native-host/target/obnova-host, built on a Mac by: mvn -pl native-host package
#   EXTENSION  the folder with the packed extension, extension/target
# The image goes to /Library/Application Support/Obnova; beside this script lie the manifests (root/) and the scripts (scripts/).

set -eu
[ $# -ge 2 ] || { sed -n '7,9s/^# \{0,1\}//p' "$0" >&2; exit 64; }
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$here/root" "$work/root"
place="$work/root/Library/Application Support/Obnova"
mkdir -p "$place"
# With their times: the class cache knows its jars by them.
cp -Rp "$1/." "$place/"
cp "$here/uninstall.sh" "$place/"
if [ $# -gt 2 ]; then
  mkdir "$place/extension"
  cp "$3"/obnova-"$2".* "$place/extension/"
fi
pkgbuild --root "$work/root" --identifier org.obnova.host --version "$2" --ownership recommended --scripts "$here/scripts" "$work/obnova.pkg"
productbuild --distribution "$here/distribution.xml" --package-path "$work" "obnova-$2.pkg"
echo "obnova-$2.pkg"
