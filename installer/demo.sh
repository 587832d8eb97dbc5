#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Shows the renewal of a certificate from inside the portal, or how a first one is issued.
#
# usage: demo.sh [--auto] [--algorithm gost256|gost512|ec|rsa] [--storage computer|removable|token|passive-token]
#                [--browser chromium|firefox] [--regime current|2017|FILE] [--journey renewal|first-issue]
#   With a display: opens the browser at the portal, with the demo CA behind it, until the browser is closed.
#   Without one, or with --auto: walks the whole journey by itself, leaves its artefacts and screenshots in target/demo,
#   and has OpenSSL verify them; status 0 only when every check passed.
#   --regime: how the CA works; 2017 is how the oldest instruction tells it, with an operator who approves and a code by SMS instead
#   of the receipt. A FILE is for the browser only: the walk by itself knows the ways of the two.
#   --journey first-issue: somebody without a certificate gets the first one, in the regime of now, the key on the computer.
#   --storage: where the new key is kept. The tokens are test tokens made of software: no token of yours is touched. The
#   removable drive is an image, mounted where only the demo sees it: this takes root.
#
# Installs missing packages (as root or through sudo), else changes nothing outside target/ but the caches of apt, Maven
# and npm. Nothing of your own browser profile is touched.

set -eu
usage() {
  sed -n '7,16s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 64
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
auto=no algorithm=gost256 storage=computer browser=chromium regime=current journey=renewal
[ -n "${DISPLAY:-}" ] || auto=yes
while [ $# -gt 0 ]; do
  case $1 in
    --auto) auto=yes; shift ;;
    --algorithm) [ $# -gt 1 ] || usage; algorithm=$2; shift 2 ;;
    --storage) [ $# -gt 1 ] || usage; storage=$2; shift 2 ;;
    --browser) [ $# -gt 1 ] || usage; browser=$2; shift 2 ;;
    --regime) [ $# -gt 1 ] || usage; regime=$2; shift 2 ;;
    --journey) [ $# -gt 1 ] || usage; journey=$2; shift 2 ;;
    *) usage ;;
  esac
done
case $algorithm in gost256 | gost512 | ec | rsa) ;; *) usage ;; esac
case $storage in computer | removable | token | passive-token) ;; *) usage ;; esac
case $browser in chromium | firefox) ;; *) usage ;; esac
case $regime in current | 2017) ;; *) regime=$(realpath -e "$regime") || usage ;; esac
case $auto-$journey-$regime in
  *-renewal-current | no-renewal-* | no-first-issue-* | yes-first-issue-current) walk=$journey ;;
  yes-renewal-2017) walk=renewal-2017 ;;
  *) usage ;;
esac
[ "$journey" = renewal ] || [ "$storage" = computer ] || usage

# shellcheck source=scripts/machine.sh
. "$root/installer/scripts/machine.sh"
needed=("${build_packages[@]}" "${screen_packages[@]}" "${browser_packages[@]}")
[ "$browser" != firefox ] || needed+=("${firefox_packages[@]}")
private=()
case $storage in
  token | passive-token) needed+=("${token_packages[@]}") ;;
  removable)
    needed+=("${drive_packages[@]}")
    [ "$(id -u)" -eq 0 ] || stop "The drive of --storage removable is an image, and only root may mount it: sudo bash installer/demo.sh ..."
    private=(unshare --mount --propagation private)
    ;;
esac
install_missing "${needed[@]}"
use_jdk_25

cd "$root"
started=$SECONDS
echo "Building with $JAVA_HOME (the first time takes some minutes)."
log=$root/target/demo-build.log
mkdir -p "$root/target"
mvn -B -Dmaven.test.skip=true -pl native-host,web-demo/server,web-demo/testkit -am package >"$log" 2>&1 || {
  grep -A 20 'ERROR' "$log" | head -n 40 >&2
  stop "The build failed: see $log"
}
if [ "${storage%token}" != "$storage" ]; then
  bash native-host/src/test/native/build.sh native-host/target/test-token >>"$log" 2>&1 ||
    stop "The test token could not be built: see $log"
fi
echo "Built in $((SECONDS - started)) s."

class_path=$(echo "$root"/web-demo/testkit/target/obnova-testkit-*.jar):$(cat "$root/web-demo/testkit/target/dependencies.class-path")
demo() {
  ${private[@]+"${private[@]}"} "$JAVA_HOME/bin/java" "-Dobnova.root=$root" "-Dobnova.demo.regime=$regime" -cp "$class_path" "$@"
}

if [ "$auto" = no ]; then
  demo org.obnova.testkit.DemoDesk "$root/target/demo-desk" "$algorithm" "$storage" "$browser" "$journey"
  exit 0
fi

folder=$root/target/demo
demo org.obnova.testkit.DemoWalk "$folder" "$algorithm" "$storage" "$browser" "$walk"
echo
passwords=()
if [ "$storage" != token ]; then
  passwords=(--container-password-file "$folder/container-password.txt" --backup-password-file "$folder/backup-password.txt")
fi
papers=()
case $walk in
  first-issue) papers=(--on-paper) ;;
  renewal-2017) papers=(--without-receipt) ;;
esac
exec bash "$root/installer/verify.sh" "$folder" ${papers[@]+"${papers[@]}"} ${passwords[@]+"${passwords[@]}"}
