#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Installs, upgrades and removes the built packages in roots of their own, above this computer's, of which nothing is changed.
#
# usage: packages-test.sh PROJECT [files|archive|persons|deb|browsers|rpm|renewal|clean]...     (all but the last two)
# Needs root and overlays; without them only what needs neither is tested, and it says so. Status 0 when every check passed.

set -u
if [ "${OBNOVA_PACKAGES_SKIP:-}" = true ]; then
  echo "No packages were wanted, none are tested."
  exit 0
fi
project=$(cd "$1" && pwd)
shift
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(files archive persons deb browsers rpm)
here=$project/installer/test/packages

if [ "${OBNOVA_PACKAGES_TEST:-}" != inside ]; then
  if [ "$(id -u)" -eq 0 ] && unshare --mount --propagation private true 2>/dev/null; then
    OBNOVA_PACKAGES_TEST=inside exec unshare --mount --propagation private bash "$0" "$project" "${parts[@]}"
  fi
  echo "Without root only files and the archive of one person are tested."
  parts=(files archive)
fi

work=$(mktemp -d)
clean_up() {
  for mounted in "$work"/*/root; do umount -R -l "$mounted" 2>/dev/null; done
  umount -l "$work" 2>/dev/null
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT
# Not below the root that the others are laid over.
[ "${OBNOVA_PACKAGES_TEST:-}" != inside ] || mount -t tmpfs -o mode=755 tmpfs "$work"
target=$project/installer/target
version=$(sed -n 's/^ *<version>\(.*\)<\/version>$/\1/p' "$project/pom.xml" | head -n 1)
deb=$(echo "$target"/obnova_"$version"_*.deb) rpm=$(echo "$target"/obnova-"$version"-1.*.rpm) archive=$(echo "$target"/obnova-"$version"-linux-*.tar.gz)
mkdir -p "$work/files"
cp "$here/hello.js" "$work/files/"
printf '{"type": "module"}' >"$work/files/package.json"
chmod 755 "$work" "$work/files"
# shellcheck source=packages/root.sh
. "$here/root.sh"

# A root with a person in it, whom the others are built upon.
make_person() {
  new_root base
  in_root useradd -m -s /bin/bash anna
  in_root rm -rf /root/.local /root/.config
  # dpkg takes a folder away that is empty and nobody's.
  rmdir "$root/etc/opt" 2>/dev/null
  umount -R "$root"
  anna=$upper
}

# What Anna would lose: keys, a renewal under way, permissions, settings; and what Java leaves by itself.
leave_traces() {
  as_person sh -c 'fonts=~/.java/fonts/$1; mkdir -p "$fonts"; echo fonts >"$fonts/fcinfo-1-anna-debian.properties"' sh \
    "$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$project/native-host/target/obnova-host/runtime/release")"
  as_person sh -c 'mkdir -p ~/.local/share/obnova/containers ~/.local/state/obnova/renewals/r1 ~/.config/obnova
    echo key >~/.local/share/obnova/containers/anna.p12; echo renewal >~/.local/state/obnova/renewals/r1/journal
    echo consent >~/.local/state/obnova/consents.json; echo "{\"formatVersion\": 1}" >~/.config/obnova/host.json'
}

traces() {
  as_person sh -c 'cd && find .local/share/obnova .local/state/obnova .config/obnova -type f | sort | xargs sha256sum'
}

# What workstation sets up for everybody and for Anna goes when the package goes: by its own scripts, with nothing said to them.
undone_by() { # NAME COMMAND...
  local name=$1
  shift
  check "$name: set up for everybody" in_root obnova-host workstation install --system --service extern
  check "$name: and for Anna" as_person sh -c 'mkdir -p ~/.config/chromium ~/.mozilla/firefox; obnova-host workstation install --service extern'
  check "$name: browsers' policies were changed, and the lists say so" in_root sh -c 'grep -rqs org.obnova.host /etc/chromium/policies && [ -s /var/lib/obnova/workstation.json ]'
  check "$name: removing says nothing of what could not be taken back" fails sh -c '"$@" 2>&1 | grep -i "not everything"' sh "$@"
  check "$name: no policy and no list of ours is left" fails grep -rls obnova "$root/etc/chromium/policies" "$root/etc/firefox" "$root/etc/opt" "$root/var/lib/obnova" "$root/home/anna"
  check "$name: but for the folders of browsers that Anna made the tree is as it was" fails eval 'differences | grep -vE " /home/anna/(\.config(/chromium)?|\.mozilla(/firefox)?|\.local(/share|/state)?)$" | grep -vE "^otherwise owned /(home/anna|etc/opt$)" | grep .'
}

# The class cache is really used: with AOTMode=on the JVM ends when it refuses it.
cache_is_accepted() { # HOST-FOLDER COMMAND...
  local home=$1
  shift
  "$@" sh -c 'sed "s/\"-XX:AOTCache=/\"-XX:AOTMode=on\" &/" "$1/bin/obnova-host" >/tmp/obnova-strict && sed -i "s|^self=.*|self=\$OBNOVA_SELF|" /tmp/obnova-strict &&
    OBNOVA_SELF=$1/bin/obnova-host sh /tmp/obnova-strict --version && rm -f /tmp/obnova-strict' sh "$home"
}

for part in "${parts[@]}"; do
  case $part in persons | deb | rpm | browsers | renewal) [ -n "${anna:-}" ] || make_person ;; esac
  # shellcheck source=/dev/null
  . "$here/$part.sh"
done
if [ "$failures" -gt 0 ]; then
  echo "$failures checks failed."
  exit 1
fi
echo "All checks passed."
