# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# The rpm's files and scripts, without an rpm distribution: its dependencies are not looked at. A part of packages-test.sh.
# shellcheck disable=SC2154

rpm_in_root() {
  in_root rpm --force-debian --nodeps --noplugins "$@"
}

check "the rpm has less than 60 MB" test "$(stat -c %s "$rpm")" -lt 60000000
cp "$rpm" "$work/files/new.rpm"
new_root rpm "$anna"
check "the rpm is installed" rpm_in_root -i /run/obnova-test/new.rpm
check "rpm finds every file as it was packed" rpm_in_root -V obnova
check "the command has the version" sh -c "[ \"\$(chroot $root /usr/bin/obnova-host --version)\" = 'obnova-host $version' ]"
check "the class cache is accepted" cache_is_accepted /opt/obnova in_root
check "Firefox of 64-bit rpm systems finds it" test -s "$root/usr/lib64/mozilla/native-messaging-hosts/org.obnova.host.json"
check "the host answers frames" as_person node /run/obnova-test/hello.js frames "$version"
leave_traces
before=$(traces)
check "installed over itself, as an upgrade" rpm_in_root -U --force /run/obnova-test/new.rpm
check "keys, renewals, permissions and settings are as they were" test "$(traces)" = "$before"
check "the host is there after the upgrade" as_person obnova-host --version
check "erasing says where the keys are" sh -c "chroot $root rpm --force-debian --nodeps -e obnova | grep -q 'keys stay in /home/anna/.local/share/obnova/containers (1 files)'"
check "and leaves nothing else" test "$(differences | grep -v '^otherwise')" = "$(printf 'new /home/anna/%s\n' .local .local/share .local/share/obnova \
  .local/share/obnova/containers .local/share/obnova/containers/anna.p12 .local/state .config | sort)"
drop_root
