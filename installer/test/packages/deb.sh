# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# The deb: installed, upgraded, removed. A part of packages-test.sh.
# shellcheck disable=SC2154

# An older version of the same: what it brought and the new one does not must go, the rest must stay.
make_older_deb() {
  dpkg-deb -R "$deb" "$work/older"
  sed -i 's/^Version: .*/Version: 0.0.9-1/' "$work/older/DEBIAN/control"
  echo old >"$work/older/opt/obnova/lib/left-out-since.txt"
  dpkg-deb --root-owner-group -Znone -b "$work/older" "$work/files/older.deb" >/dev/null
  rm -rf "$work/older"
}

manifests_are_good() { # every manifest of the package is what browsers take, and names a program that may be executed
  local file count=0
  for file in $(in_root sh -c 'dpkg -L obnova 2>/dev/null || rpm -ql obnova' | grep '/org\.obnova\.host\.json$'); do
    node -e 'const octets = require("fs").readFileSync(process.argv[1]);
      const manifest = JSON.parse(new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(octets));
      const callers = manifest.allowed_origins ?? manifest.allowed_extensions;
      if (manifest.name !== "org.obnova.host" || manifest.type !== "stdio" || callers.length < 1) process.exit(1);
      require("fs").accessSync(process.argv[2] + manifest.path, 1)' "$root$file" "$root" || return 1
    count=$((count + 1))
  done
  [ "$count" -ge 6 ]
}

check "the deb has less than 60 MB" test "$(stat -c %s "$deb")" -lt 60000000
cp "$deb" "$work/files/new.deb"
new_root deb "$anna"
check "the deb is installed, and there is nothing to say" fails sh -c "chroot $root dpkg -i /run/obnova-test/new.deb 2>&1 | grep -v '^[A-Z(]'"
check "dpkg finds every file as it was packed" in_root dpkg --verify obnova
in_root sh -c 'cp -a /opt/obnova/lib/obnova-host.jar /tmp/ && echo >>/opt/obnova/lib/obnova-host.jar'
check "dpkg finds what was changed" sh -c "chroot $root dpkg --verify obnova | grep -q ' /opt/obnova/lib/obnova-host.jar\$'"
in_root cp -a /tmp/obnova-host.jar /opt/obnova/lib/
check "no service, no account and no group comes with it" sh -c "! chroot $root dpkg -L obnova | grep -E '/(systemd|init\\.d|cron[^/]*|sysusers\\.d|dbus-1|polkit-1|pam\\.d|sudoers\\.d)/' && ! ls $upper/etc | grep -E '^(passwd|group|shadow)'"
check "no policy of a browser comes with it" fails sh -c "chroot $root dpkg -L obnova | grep -E '/policies(/|$)'"
check "no program gets rights by its file" fails sh -c "find $root/opt/obnova $root/usr/bin/obnova-host \\( -perm /6000 -o -type f -perm /022 \\) | grep ."
check "what is only recommended is libnss3 and pcscd" test "$(dpkg-deb -f "$deb" Recommends)" = "libnss3, pcscd"
check "the command has the version" sh -c "[ \"\$(chroot $root /usr/bin/obnova-host --version)\" = 'obnova-host $version' ]"
check "a person without rights starts it" as_person obnova-host --version
check "the class cache is accepted" cache_is_accepted /opt/obnova in_root
in_root sh -c 'cp -a /opt/obnova /opt/touched && touch /opt/touched/lib/obnova-host.jar'
check "the class cache is refused where a jar was touched" fails cache_is_accepted /opt/touched in_root
check "it works without the cache all the same" as_person node /run/obnova-test/hello.js frames "$version" /opt/touched/bin/obnova-host
in_root rm -rf /opt/touched
check "manifests for all browsers" manifests_are_good
check "licence and notices are there" in_root sh -c 'cat /usr/share/doc/obnova/LICENSE /usr/share/doc/obnova/THIRD-PARTY /usr/share/doc/obnova/copyright | grep -q Bouncy'
check "what it is made of is there" in_root grep -q '"bomFormat" *: *"CycloneDX"' /opt/obnova/share/obnova-sbom.json
check "the host answers frames" as_person node /run/obnova-test/hello.js frames "$version"
# Whether a browser will find and start it; drivers and the display are this computer's matter.
check "the doctor finds browsers, host and start in order" as_person sh -c "mkdir -p /tmp/doctor; HOME=/tmp/doctor obnova-host doctor --json | node -e '
  const {findings} = JSON.parse(require(\"fs\").readFileSync(0));
  const ours = findings.filter(({id}) => /^(host-|policy|start-cache)/.test(id));
  process.exit(ours.length > 4 && ours.every(({status}) => status === \"ok\") ? 0 : 1)'"
# One person's copy beside the one for everybody.
mkdir -p "$work/files/archive"
tar -C "$work/files/archive" --strip-components 1 -xzf "$archive"
check "the archive's script refuses where it is installed for everybody" sh -c "$(declare -f as_person | sed "s|\$root|$root|"); ! as_person sh /run/obnova-test/archive/install.sh 2>/dev/null && [ ! -e $root/home/anna/.local ]"
check "removing takes everything back" in_root dpkg -r obnova
check "and leaves the tree as it was" test -z "$(differences)"

drop_root

# Where programs may not run from /opt.
new_root deb-noexec "$anna"
mkdir -p "$root/opt"
mount -t tmpfs -o noexec tmpfs "$root/opt"
said=$(in_root dpkg -i /run/obnova-test/new.deb 2>&1)
status=$?
check "where /opt is noexec it is installed" test "$status" -eq 0
check "and says that browsers will not find it" grep -q '^obnova: the program does not start here, browsers will not find it: .*denied' <<<"$said"
umount "$root/opt"
drop_root

make_older_deb
new_root deb-upgrade "$anna"
check "an older deb is installed" in_root dpkg -i /run/obnova-test/older.deb
leave_traces
before=$(traces)
in_root mkdir -p /etc/obnova
echo '{"formatVersion": 1, "rememberPin": "forbidden", "locked": ["rememberPin"]}' >"$root/etc/obnova/host.json"
# A host that runs meanwhile, as in the middle of a renewal.
mkfifo "$work/files/pipe"
as_person obnova-host "chrome-extension://amijgcgnkbhnjobgdpnmpjaaooimiani/" <"$work/files/pipe" >"$work/files/reply" &
running=$!
exec 9>"$work/files/pipe"
hello='{"jsonrpc":"2.0","id":"1","method":"hello"}'
frame() { printf '%b%s' "\\x$(printf %02x ${#hello})\\0\\0\\0" "$hello" >&9; }
frame
until [ -s "$work/files/reply" ]; do kill -0 $running || break; sleep 0.1; done
first=$(stat -c %s "$work/files/reply")
check "the new deb replaces it" in_root dpkg -i /run/obnova-test/new.deb
frame
for _ in $(seq 100); do [ "$(stat -c %s "$work/files/reply")" -le "$first" ] || break; sleep 0.1; done
check "a host that ran meanwhile goes on" test "$(stat -c %s "$work/files/reply")" -gt "$first"
exec 9>&-
wait $running
check "what the older one alone had is gone" test ! -e "$root/opt/obnova/lib/left-out-since.txt"
check "keys, renewals, permissions and settings are as they were" test "$(traces)" = "$before"
check "so are the administrator's settings" grep -q forbidden "$root/etc/obnova/host.json"
check "the class cache is accepted after the upgrade" cache_is_accepted /opt/obnova in_root
check "removing says where the keys are" sh -c "chroot $root dpkg -r obnova | grep -q 'keys stay in /home/anna/.local/share/obnova/containers (1 files)'"
check "removed, not purged, it keeps what is needed to go on" test "$(traces)" = "$before"
check "nor does removing touch the administrator's settings" grep -q forbidden "$root/etc/obnova/host.json"
check "purging leaves the keys" sh -c "chroot $root dpkg -P obnova | grep -q 'keys stay in /home/anna'"
check "purging takes the administrator's settings" test ! -e "$root/etc/obnova"
check "and nothing else" test "$(differences | grep -v '^otherwise')" = "$(printf 'new /home/anna/%s\n' .local .local/share .local/share/obnova \
  .local/share/obnova/containers .local/share/obnova/containers/anna.p12 .local/state .config | sort)"

drop_root

new_root deb-undo "$anna"
check "the deb is installed once more" in_root dpkg -i /run/obnova-test/new.deb
undone_by deb chroot "$root" dpkg -P obnova
drop_root
