#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Makes the packages: deb, rpm, an archive for one person, the extension for the browsers, and what msi and pkg are made of.
#
# usage: packages.sh [--test [clean|whole]] [MAVEN-OPTION...]
#   --test        then installs, upgrades and removes them in roots of their own (as root; nothing of this computer is changed)
#   --test clean  likewise in a Debian of nothing but what is essential, with a renewal walked in each browser: some minutes, and half a
#                 gigabyte of Debian's packages, which stay in target/
#   --test whole  builds everything again elsewhere, and compares what is in the packages
#   -Dobnova.extension.key=FILE  signs the extension with a key of your own: see extension/dev/README.md
#
# Installs missing packages (as root or through sudo), else changes nothing outside target/ but the caches of apt and Maven.

set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/machine.sh
. "$root/installer/scripts/machine.sh"
test=no parts=()
if [ "${1:-}" = --test ]; then
  test=yes
  shift
  case ${1:-} in
    clean) parts=(clean); shift ;;
    whole) test=whole; shift ;;
  esac
fi
install_missing "${build_packages[@]}" "${screen_packages[@]}" "${package_packages[@]}"
use_jdk_25

cd "$root"
mvn -B -q -Dmaven.test.skip=true -DskipTests "$@" package
ls -l installer/target/*.deb installer/target/*.rpm installer/target/*.tar.gz extension/target/obnova-* | awk '{ printf "%10d  %s\n", $5, $9 }'
case $test in
  yes)
    install_missing "${browser_packages[@]}" "${firefox_packages[@]}"
    exec bash installer/test/packages-test.sh "$root" ${parts[@]+"${parts[@]}"}
    ;;
  whole) exec bash installer/test/reproducible.sh "$root" --whole ;;
esac
