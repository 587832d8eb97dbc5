#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# Takes away what the pkg brought: sudo sh uninstall.sh [VOLUME]. Keys stay in each home: ~/Library/Application Support/obnova/containers.
set -eu
volume=${1:-}
place="$volume/Library/Application Support/Obnova"
find "$volume/Library" -maxdepth 6 -name org.obnova.host.json -path '*NativeMessagingHosts*' -exec rm -f {} +
[ "$(readlink "$volume/usr/local/bin/obnova-host" 2>/dev/null)" != "$place/bin/obnova-host" ] || rm -f "$volume/usr/local/bin/obnova-host"
rm -rf "$place"
command -v pkgutil >/dev/null && pkgutil --forget org.obnova.host >/dev/null || :
echo "Obnova is removed. Keys stay in each home: Library/Application Support/obnova/containers"
