# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# What a roll-out does: the deb, an administrator's policies, and nothing in the person's home. A part of packages-test.sh.
# shellcheck disable=SC2154

cp "$deb" "$work/files/new.deb"
new_root browsers "$anna"
check "the deb is installed for the browsers" in_root dpkg -i /run/obnova-test/new.deb
id=$(cat "$project/extension/target/extension-id")
mkdir -p "$root/etc/chromium/policies/managed" "$root/etc/firefox/policies"
# DeveloperToolsAvailability 1: without it nobody may look at pages of an extension that came by policy, a driver neither.
cat >"$root/etc/chromium/policies/managed/obnova.json" <<JSON
{"ExtensionInstallForcelist": ["$id;file:///opt/obnova/extension/update.xml"],
 "NativeMessagingBlocklist": ["*"], "NativeMessagingAllowlist": ["org.obnova.host"], "NativeMessagingUserLevelHosts": false,
 "DeveloperToolsAvailability": 1}
JSON
cat >"$root/etc/firefox/policies/policies.json" <<JSON
{"policies": {"ExtensionSettings": {"extension@obnova.org": {"installation_mode": "force_installed",
  "install_url": "file:///opt/obnova/extension/obnova-$version.xpi"}},
  "Preferences": {"xpinstall.signatures.required": {"Value": false, "Status": "locked"}}}}
JSON
for browser in chromium firefox; do
  check "$browser: extension by policy, host by the system's manifest" as_person node /run/obnova-test/hello.js $browser "$version"
done
rm "$root/etc/chromium/native-messaging-hosts/org.obnova.host.json"
check "chromium: without the manifest there is no host" sh -c "$(declare -f as_person | sed "s|\$root|$root|"); as_person node /run/obnova-test/hello.js chromium $version | grep -q 'native messaging host not found'"
drop_root

# The zip is what stores take; unpacked, Chromium loads it, too.
new_root zip "$anna"
mkdir -p "$root/opt/unpacked"
check "the zip unpacks" unzip -q "$project/extension/target/obnova-$version.zip" -d "$root/opt/unpacked"
check "chromium loads what was in the zip" as_person node /run/obnova-test/hello.js loads "$version"
drop_root
