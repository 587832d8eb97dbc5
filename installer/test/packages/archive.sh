# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# The archive for one person, in a home of its own; needs no rights. A part of packages-test.sh.
# shellcheck disable=SC2154

home="$work/a person's home"
mkdir -p "$home/.config/chromium" "$home/.config/yandex-browser/NativeMessagingHosts" "$home/.config/obnova"
as_owner() {
  env -i HOME="$home" PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 "$@"
}
tree() {
  (cd "$home" && find . -printf '%y %m %p %l\n' | sort && find . -type f -print0 | sort -z | xargs -0 -r sha256sum)
}
# Somebody registered another host under this name.
echo '{"name": "org.obnova.host", "path": "/somewhere/else"}' >"$home/.config/yandex-browser/NativeMessagingHosts/org.obnova.host.json"
echo '{"formatVersion": 1}' >"$home/.config/obnova/host.json"
before=$(tree)
mkdir "$work/unpacked"
check "the archive unpacks" tar -C "$work/unpacked" -xzf "$archive"
installer=$(echo "$work"/unpacked/*/install.sh)
place="$home/.local/share/obnova-host"
# Where programs may not run from a home folder; only root can make one here.
if [ "${OBNOVA_PACKAGES_TEST:-}" = inside ]; then
  mkdir "$work/noexec"
  mount -t tmpfs -o noexec tmpfs "$work/noexec"
  said=$(as_owner sh "$installer" --to "$work/noexec/obnova" 2>&1)
  status=$?
  check "where a home may not be executed from, it refuses" test "$status" -ne 0
  check "and says so" grep -q "does not start from $work/noexec/obnova: .*denied" <<<"$said"
  check "and changes nothing" test "$(tree)$(ls -A "$work/noexec")" = "$before"
  umount "$work/noexec"
fi
check "one person installs it" as_owner sh "$installer"
check "the class cache is accepted there" cache_is_accepted "$place" as_owner
check "the command is in ~/.local/bin" as_owner "$home/.local/bin/obnova-host" --version
manifest="$home/.config/chromium/NativeMessagingHosts/org.obnova.host.json"
check "its browser finds it" node -e 'const {path, allowed_origins} = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
  process.exit(path === process.argv[2] && allowed_origins.length === 1 ? 0 : 1)' "$manifest" "$place/bin/obnova-host"
check "a browser that is not there gets nothing" test ! -e "$home/.config/vivaldi"
check "the host answers frames" as_owner node "$work/files/hello.js" frames "$version" "$place/bin/obnova-host"
mkdir -p "$home/.local/share/obnova/containers" "$home/.local/state/obnova"
echo key >"$home/.local/share/obnova/containers/anna.p12"
echo journal >"$home/.local/state/obnova/journal"
check "installed again, as an upgrade" as_owner sh "$installer"
check "keys and renewals are as they were" grep -q journal "$home/.local/state/obnova/journal"
mkdir -p "$home/elsewhere"
check "a folder that is not Obnova's is not replaced" fails as_owner sh "$installer" --to "$home/elsewhere"
rmdir "$home/elsewhere"
cp -a "$place" "$work/kept"
check "removed with what was begun kept" as_owner sh "$place/share/uninstall.sh" --keep-state
check "a renewal under way is still there" grep -q journal "$home/.local/state/obnova/journal"
check "installed once more" as_owner sh "$installer"
check "removed, it says where the keys are" sh -c "HOME=\"\$1\" sh \"\$1/.local/share/obnova-host/share/uninstall.sh\" | grep -qF \"Keys stay in \$1/.local/share/obnova/containers\"" sh "$home"
check "the key is left" grep -q key "$home/.local/share/obnova/containers/anna.p12"
# What could not be taken back is still known afterwards: by its list a later Obnova can.
check "installed for the last time" as_owner sh "$installer"
mkdir -p "$home/.local/state/obnova"
for each in workstation.json workstation.json.setup journal; do echo damaged >"$home/.local/state/obnova/$each"; done
check "removed, it says which list stays" grep -qF "its list stays: $home/.local/state/obnova/workstation.json" <<<"$(as_owner sh "$place/share/uninstall.sh")"
check "the lists stay, and nothing else beside them" test "$(cd "$home/.local/state/obnova" && echo *)" = "workstation.json workstation.json.setup"
check "as they were" test "$(cat "$home/.local/state/obnova"/*)" = "$(printf 'damaged\ndamaged')"
rm -r "$home/.local" "$work/kept"
mkdir -p "$home/.config/obnova"
echo '{"formatVersion": 1}' >"$home/.config/obnova/host.json"
check "nothing else of it is left, and what was there before is back" test "$(tree)" = "$before"
