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
# As the administrator's guide has them.
guide() {
  node "$here/guide.js" "$project/installer/doc/administration.md" "$1" "$id" "$version"
}
check "chromium: the guide has a policy" eval 'guide chromium >"$root/etc/chromium/policies/managed/obnova.json"'
check "firefox: the guide has policies" eval 'guide firefox >"$root/etc/firefox/policies/policies.json"'
for browser in chromium firefox; do
  check "$browser: extension by policy, host by the system's manifest" as_person node /run/obnova-test/hello.js $browser "$version"
done
rm "$root/etc/chromium/native-messaging-hosts/org.obnova.host.json"
check "chromium: without the manifest there is no host" sh -c "$(declare -f as_person | sed "s|\$root|$root|"); as_person node /run/obnova-test/hello.js chromium $version | grep -q 'native messaging host not found'"
drop_root

# The same with the extension from an organisation's own site, built for it.
cat >"$work/files/site.mjs" <<'JS'
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
const [folder, port] = process.argv.slice(2);
createServer(({url}, answer) => {
  const name = new URL(url, 'http://site').pathname.slice(1);
  if (!/^(update\.xml|updates\.json|obnova-[0-9.]+\.(crx|xpi))$/.test(name)) return answer.writeHead(404).end();
  answer.writeHead(200, {'Content-Type': name.endsWith('.xml') ? 'text/xml' : 'application/octet-stream'}).end(readFileSync(`${folder}/${name}`));
}).listen(Number(port), '127.0.0.1', function () { console.log(this.address().port); });
JS
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
check "the extension is built for a site" env OBNOVA_EXTENSION_SITE="http://127.0.0.1:$port/" node "$project/extension/scripts/pack.js" "$work/site" 2026-01-01T00:00:00Z
node "$work/files/site.mjs" "$work/site" "$port" >"$work/site.port" &
site=$!
until [ -s "$work/site.port" ]; do kill -0 $site || break; sleep 0.1; done
new_root site "$anna"
check "the deb is installed for an extension from a site" in_root dpkg -i /run/obnova-test/new.deb
# Nothing of the package's own copy.
rm -r "$root/opt/obnova/extension"
mkdir -p "$root/etc/chromium/policies/managed" "$root/etc/firefox/policies"
echo "{\"ExtensionInstallForcelist\": [\"$id;http://127.0.0.1:$port/update.xml\"], \"DeveloperToolsAvailability\": 1}" >"$root/etc/chromium/policies/managed/obnova.json"
cat >"$root/etc/firefox/policies/policies.json" <<JSON
{"policies": {"ExtensionSettings": {"extension@obnova.org": {"installation_mode": "force_installed",
  "install_url": "http://127.0.0.1:$port/obnova-$version.xpi"}},
  "Preferences": {"xpinstall.signatures.required": {"Value": false, "Status": "locked"}}}}
JSON
for browser in chromium firefox; do
  check "$browser: extension from an organisation's site by policy" as_person node /run/obnova-test/hello.js $browser "$version"
done
kill $site
drop_root

# The zip is what stores take; unpacked, Chromium loads it, too.
new_root zip "$anna"
mkdir -p "$root/opt/unpacked"
check "the zip unpacks" unzip -q "$project/extension/target/obnova-$version.zip" -d "$root/opt/unpacked"
check "chromium loads what was in the zip" as_person node /run/obnova-test/hello.js loads "$version"
drop_root
