#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Builds everything and runs all tests: those of each part, and the whole journeys in a browser.
#
# usage: test.sh [MAVEN-OPTION...]
#
# Installs missing packages (as root or through sudo), else changes nothing outside target/ and node_modules/ but the caches
# of apt, Maven and npm.

set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/machine.sh
. "$root/installer/scripts/machine.sh"
install_missing "${build_packages[@]}" "${screen_packages[@]}" "${browser_packages[@]}" "${firefox_packages[@]}" "${accessibility_packages[@]}" \
  "${token_packages[@]}" "${peer_packages[@]}" "${trace_packages[@]}" "${drive_packages[@]}" "${package_packages[@]}" "${document_packages[@]}" "${recognition_packages[@]}" \
  "${database_packages[@]}" "${watch_packages[@]}"
use_jdk_25

cd "$root"
echo "Testing with $JAVA_HOME."
# Tests start displays of their own: windows must not come up before the person who runs this.
unset DISPLAY WAYLAND_DISPLAY
exec mvn -B verify "$@"
