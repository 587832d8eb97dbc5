# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# What is made for systems that are not here: the inputs of msi and pkg, as files. A part of packages-test.sh; needs no rights.
# shellcheck disable=SC2154

windows=$target/windows mac=$target/mac
browsers=$project/native-host/src/main/resources/org/obnova/host/workstation/browsers.json

no_mark() { # FILE...: UTF-8 without a byte-order mark
  local file
  for file in "$@"; do
    [ "$(head -c 3 "$file" | od -An -tx1 | tr -d ' ')" != efbbbf ] && iconv -f UTF-8 -t UTF-8 "$file" >/dev/null || return 1
  done
}

check "Windows: manifests are UTF-8 without a mark" no_mark "$windows"/manifests/*.json
check "Windows: manifests name the program beside them" node -e 'const {readFileSync} = require("fs");
  for (const family of ["chromium", "firefox"]) {
    const {path} = JSON.parse(readFileSync(process.argv[1] + "/manifests/" + family + ".json", "utf8"));
    if (path !== "..\\bin\\obnova-host.cmd") process.exit(1);
  }' "$windows"
check "Windows: the program is started with the jars of the image, in their order" node -e 'const {readFileSync, readdirSync} = require("fs");
  const path = /-cp "([^"]*)"/.exec(readFileSync(process.argv[1] + "/obnova-host.cmd", "utf8"))[1].split(";");
  const jars = readdirSync(process.argv[2] + "/lib").filter((name) => name.endsWith(".jar"));
  const same = /-cp "([^"]*)"/.exec(readFileSync(process.argv[2] + "/bin/obnova-host", "utf8"))[1].split(":").map((jar) => jar.replace("$lib/", "%lib%\\"));
  process.exit(path.length === jars.length && path.every((jar, at) => jar === same[at]) ? 0 : 1)' "$windows" "$project/native-host/target/obnova-host"
check "Windows: lines of .cmd end as there" sh -c "[ \$(grep -c \$(printf '\\r')'\$' $windows/obnova-host.cmd) -eq \$(wc -l <$windows/obnova-host.cmd) ]"

# The msi with a file in place of the image: what WiX makes of our sources, read by another program.
make_msi() {
  mkdir -p "$work/msi"
  echo image >"$work/msi/image.txt"
  cat >"$work/msi/files.wxs" <<'XML'
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment><DirectoryRef Id="INSTALLDIR">
  <Component Id="Image" Guid="11111111-2222-5333-8444-555555555555" Win64="yes"><File Id="image" Source="image.txt" KeyPath="yes"/></Component>
</DirectoryRef></Fragment><Fragment><ComponentGroup Id="Files"><ComponentRef Id="Image"/></ComponentGroup></Fragment></Wix>
XML
  (cd "$work/msi" && wixl -a x64 -D "Version=$version" -o obnova.msi "$windows/obnova.wxs" "$windows/manifests/manifests.wxs" files.wxs)
}
msi_names_every_browser() {
  msiinfo export "$work/msi/obnova.msi" Registry >"$work/msi/registry" &&
    node -e 'const {readFileSync} = require("fs");
      const rows = readFileSync(process.argv[1], "utf8");
      for (const {id, family, windows} of JSON.parse(readFileSync(process.argv[2], "utf8")).browsers) {
        // 2: HKEY_LOCAL_MACHINE.
        const row = rows.split(/\r?\n/).find((line) => line.includes("\t" + windows.manifests + "\\org.obnova.host\t"));
        if (!row || !row.includes("\t2\t") || !row.includes("[INSTALLDIR]manifests\\" + family + ".json")) { console.log("missing: " + id); process.exit(1); }
      }' "$work/msi/registry" "$browsers"
}
if command -v wixl >/dev/null; then
  check "Windows: the msi is made of its sources" make_msi
  check "Windows: the msi's registry names the manifest for every browser" msi_names_every_browser
fi

# The files outside of /opt for an extension of that id, as build.sh lays them.
laid_for() { # ID
  rm -rf "$work/laid"
  mkdir -p "$work/laid/extension" "$work/laid/tree"
  echo "$1" >"$work/laid/extension/extension-id"
  bash -euc 'project=$1 work=$2 here=$1/installer/packages extension=$2/extension development_id=$3 SOURCE_DATE_EPOCH=1767225600
    . "$here/parts.sh"
    lay_system_files "$work/tree"' sh "$project" "$work/laid" "$published"
}
published=$(sed -n 's/^ *\([a-p]\{32\}\)$/\1/p' "$project/extension/dev/README.md") own=abcdefghijklmnopabcdefghijklmnop
check "Own key: manifests admit that id alone" eval 'laid_for $own && [ "$(grep -rhoE "chrome-extension://[a-p]+" "$work/laid/tree/etc" | sort -u)" = chrome-extension://$own ]'
check "Own key: the settings to copy lock the published one out" node -e 'const {locked, extensions} = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
  process.exit(locked.includes("extensions") && extensions.includes(process.argv[2]) && !extensions.includes(process.argv[3]) ? 0 : 1)' \
  "$work/laid/tree/usr/share/doc/obnova/host.json" "$own" "$published"
check "Published key: there is nothing to copy" eval 'laid_for $published && [ ! -e "$work/laid/tree/usr/share/doc/obnova/host.json" ]'

# The files that set a computer up without extension and application.
script=$target/obnova-extern.sh
check "Setup file: a script that sh reads" sh -n "$script"
check "Setup file: it names the package's program, and no folder of the build" sh -c 'grep -qF /opt/obnova/bin/obnova-host "$1" && ! grep -F "$2" "$1"' sh "$script" "$project"
mkdir -p "$work/disk/var/lib" "$work/disk/etc/chromium/policies/managed" "$work/disk/opt/obnova/bin" "$work/disk/usr/bin"
printf '#!/bin/sh\n' | tee "$work/disk/opt/obnova/bin/obnova-host" >"$work/disk/usr/bin/chromium"
chmod 755 "$work/disk/opt/obnova/bin/obnova-host" "$work/disk/usr/bin/chromium"
before=$(cd "$work/disk" && find . | sort)
check "Setup file: it sets up a disk" sh "$script" --system --root "$work/disk"
check "Setup file: the browser's policy admits the host" grep -rq org.obnova.host "$work/disk/etc/chromium"
check "Setup file: it takes back what it added" sh "$script" --system --undo --root "$work/disk"
check "Setup file: the disk is as it was" test "$(cd "$work/disk" && find . | sort)" = "$before"
check "Windows: the setup file has trusted sites, by https alone, and nothing of the zones' settings" sh -c 'iconv -f UTF-16 -t UTF-8 "$1" | tr -d "\r" >"$2" &&
  [ "$(grep -c "^.HKEY_CURRENT_USER.*ZoneMap.Domains." "$2")" -ge 3 ] && [ "$(grep -c "^.HKEY" "$2")" -eq "$(grep -c "ZoneMap.Domains." "$2")" ] &&
  [ -z "$(grep "^\"" "$2" | grep -vx "\"https\"=dword:00000002")" ]' sh "$target/obnova-extern.reg" "$work/reg"

check "Mac: a manifest at every browser's place" node -e 'const {readFileSync} = require("fs");
  for (const {mac, family} of JSON.parse(readFileSync(process.argv[2], "utf8")).browsers) for (const place of mac.systemManifests) {
    const manifest = JSON.parse(readFileSync(process.argv[1] + "/root" + place + "/org.obnova.host.json", "utf8"));
    if (manifest.path !== "/Library/Application Support/Obnova/bin/obnova-host") process.exit(1);
    if (!(family === "firefox" ? manifest.allowed_extensions : manifest.allowed_origins)) process.exit(1);
  }' "$mac" "$browsers"
check "Mac: manifests are UTF-8 without a mark" no_mark "$mac"/root/Library/*/*/*/*.json
check "Mac: scripts are executable" test -x "$mac/scripts/postinstall" -a -x "$mac/build.sh"

# The pkg's scripts on another volume, with the host of this system in its place.
volume="$work/a volume"
mkdir -p "$volume/Library/Application Support/Obnova/bin"
cp -a "$mac/root/." "$volume/"
printf '#!/bin/sh\necho started\n' >"$volume/Library/Application Support/Obnova/bin/obnova-host"
chmod 755 "$volume/Library/Application Support/Obnova/bin/obnova-host"
check "Mac: after installing the command starts the host" sh -c '"$1/scripts/postinstall" obnova.pkg / "$2" && [ "$("$2/usr/local/bin/obnova-host")" = started ]' sh "$mac" "$volume"
check "Mac: uninstalling leaves no file" sh -c 'sh "$1/uninstall.sh" "$2" >/dev/null && [ -z "$(find "$2" ! -type d)" ]' sh "$mac" "$volume"
for file in "$windows"/*.wxs "$windows"/manifests/*.wxs "$mac/distribution.xml" "$project/extension/target/update.xml"; do
  check "$(basename "$file") is well-formed" xmllint --noout "$file"
done
