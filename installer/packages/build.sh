#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Makes the packages out of what the build left; called by Maven, or by installer/packages.sh.
#
# usage: build.sh PROJECT TARGET VERSION TIME
#   PROJECT  the built project: native-host/target/obnova-host, extension/target
#   TARGET   gets obnova_VERSION_ARCH.deb, obnova-VERSION-1.ARCH.rpm, obnova-VERSION-linux-ARCH.tar.gz (for one person), and the
#            inputs of msi and pkg in windows/ and mac/
#   TIME     that no file in them is younger than (ISO 8601)
#
# Equal inputs give equal bytes. Needs JAVA_HOME (JDK 25), node, dpkg-deb, fakeroot, rpmbuild; where rpmbuild is missing there is no rpm.

set -euo pipefail
umask 022
project=$(cd "$1" && pwd) version=$3
here=$project/installer/packages
mkdir -p "$2"
target=$(cd "$2" && pwd)
work=$target/packages
# Of xz: a quarter of the time that 4 takes, for a tenth more.
level=1
image=$project/native-host/target/obnova-host
extension=$project/extension/target
development_id=$(sed -n 's/^ *\([a-p]\{32\}\)$/\1/p' "$project/extension/dev/README.md")
SOURCE_DATE_EPOCH=$(date -u -d "$4" +%s)
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
# shellcheck source=parts.sh
. "$here/parts.sh"

[ -e "$image/lib/obnova-host.aot" ] || { echo "no image: mvn -pl native-host package" >&2; exit 1; }
[ -e "$extension/extension-id" ] || { echo "no extension: mvn -pl extension package" >&2; exit 1; }

inputs=$(inputs_of "$image" "$extension" "$here" "$project/native-host/src/main/resources/org/obnova/host/workstation" \
  "$project/LICENSE" "$project/installer/THIRD-PARTY" "$project/CHANGELOG.md" "$project/native-host/target/obnova-libraries.json")
inputs="$inputs $4 $JAVA_HOME"
if [ "$(cat "$work/inputs" 2>/dev/null)" = "$inputs" ] && ls "$target"/*.deb "$target"/*.tar.gz >/dev/null 2>&1; then
  echo "The packages are up to date."
  exit 0
fi
rm -rf "$work" "$target"/*.deb "$target"/*.rpm "$target"/obnova-*.tar.gz "$target"/obnova-*.sh "$target"/obnova-*.reg "$target/windows" "$target/mac"
mkdir -p "$work"

lay_image "$work/tree/opt/obnova"
lay_system_files "$work/tree"
make_deb
if command -v rpmbuild >/dev/null; then make_rpm; else echo "no rpmbuild: no rpm"; fi
make_archive
make_setup_files
make_windows_inputs "$target/windows"
make_mac_inputs "$target/mac"
echo "$inputs" >"$work/inputs"
if [ "$(cat "$extension/extension-id")" != "$development_id" ]; then
  echo "The extension has an id of its own. The host admits it where /etc/obnova/host.json says so: put $work/tree/usr/share/doc/obnova/host.json there"
  echo "(the packages bring it as /usr/share/doc/obnova/host.json)."
fi
ls -l "$target"/*.deb "$target"/*.rpm "$target"/*.tar.gz 2>/dev/null | awk '{print $5, $9}'
