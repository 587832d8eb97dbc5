# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# The rpm's files and scripts, without an rpm distribution. What it requires is looked for by name in this computer's root, and a package
# without files says so to rpm, which then checks it by itself. A part of packages-test.sh.
# shellcheck disable=SC2154

rpm_in_root() {
  in_root rpm --force-debian --noplugins "$@"
}

# What the rpm requires, but for rpm's own words.
required() {
  rpm -qp --requires "$rpm" | grep -v '^rpmlib(' | sort -u
}

# Each is a program, or a library that the loader knows, of 64 bit.
requirements_are_real() {
  local each
  required | while read -r each; do
    case $each in
      /*) [ -x "$each" ] ;;
      *'()(64bit)') ldconfig -p | grep -qF "${each%%()*} (libc6,x86-64" ;;
      *) false ;;
    esac || echo "$each"
  done | grep . && return 1
  return 0
}

# What the loader needs for the package's files is in the package, or a library that it requires (the C library brings more than one).
requirements_suffice() {
  local needed
  needed=$(find "$root/opt/obnova" \( -name '*.so' -o -path '*/bin/*' \) -type f ! -name libjsound.so -exec objdump -p {} + 2>/dev/null | awk '$1 == "NEEDED" { print $2 }' | sort -u)
  ! comm -23 <(echo "$needed") <({ find "$root/opt/obnova" -name '*.so*' -printf '%f\n'; required | sed 's/().*//'
    printf '%s\n' libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 ld-linux-x86-64.so.2; } | sort -u) | grep .
}

# A package that stands for the system: it has no files, and provides what the rpm requires.
make_system_rpm() {
  mkdir -p "$work/system"
  { printf 'Name: system\nVersion: 1\nRelease: 1\nSummary: The system\nLicense: none\nBuildArch: noarch\n'
    required | sed 's/^/Provides: /'
    printf '%%description\nThe system.\n%%files\n'; } >"$work/system/system.spec"
  HOME=$work/system rpmbuild --quiet -bb --define "_topdir $work/system" "$work/system/system.spec" && mv "$work"/system/RPMS/noarch/*.rpm "$work/files/system.rpm"
}

# An older version of the same: what it brought and the new one does not must go, the rest must stay.
make_older_rpm() {
  local home=$work/older-rpm
  mkdir -p "$home/tree"
  rpm2cpio "$rpm" | (cd "$home/tree" && cpio -idm --quiet) &&
    echo old >"$home/tree/opt/obnova/lib/left-out-since.txt" &&
    sed -e 's/APPLICATION_PACKAGE/obnova/; s/APPLICATION_VERSION/0.0.9/; s/APPLICATION_RELEASE/1/; s/APPLICATION_VENDOR/The Obnova authors/' \
      "$target/packages/rpm-resources/obnova.spec" >"$home/obnova.spec" &&
    HOME=$home rpmbuild --quiet -bb --define "_topdir $home" --define "obnova_tree $home/tree" --define '_binary_payload w.ufdio' "$home/obnova.spec" &&
    mv "$home"/RPMS/*/obnova-0.0.9-*.rpm "$work/files/older.rpm"
  rm -rf "$home"
}

check "the rpm has less than 60 MB" test "$(stat -c %s "$rpm")" -lt 60000000
cp "$rpm" "$work/files/new.rpm"
check "what the rpm requires is real" requirements_are_real
check "a package stands for the system" make_system_rpm
new_root rpm "$anna"
check "without what it requires rpm refuses it" sh -c "chroot $root rpm --force-debian --noplugins -i /run/obnova-test/new.rpm 2>&1 | grep -q 'libX11.so.6.* is needed by obnova'"
check "the system is there" rpm_in_root -i /run/obnova-test/system.rpm
check "the rpm is installed" rpm_in_root -i /run/obnova-test/new.rpm
check "it requires every library that its files need" requirements_suffice
check "rpm finds every file as it was packed" rpm_in_root -V obnova
in_root sh -c 'cp -a /opt/obnova/lib/obnova-host.jar /tmp/ && echo >>/opt/obnova/lib/obnova-host.jar'
check "rpm finds what was changed" sh -c "chroot $root rpm --force-debian --noplugins -V obnova | grep -q '^S.5.* /opt/obnova/lib/obnova-host.jar\$'"
in_root cp -a /tmp/obnova-host.jar /opt/obnova/lib/
check "the command has the version" sh -c "[ \"\$(chroot $root /usr/bin/obnova-host --version)\" = 'obnova-host $version' ]"
check "the class cache is accepted" cache_is_accepted /opt/obnova in_root
check "Firefox of 64-bit rpm systems finds it" test -s "$root/usr/lib64/mozilla/native-messaging-hosts/org.obnova.host.json"
check "the host answers frames" as_person node /run/obnova-test/hello.js frames "$version"
drop_root

check "an older rpm is made" make_older_rpm
new_root rpm-upgrade "$anna"
check "the system is there" rpm_in_root -i /run/obnova-test/system.rpm
check "the older rpm is installed" rpm_in_root -i /run/obnova-test/older.rpm
leave_traces
before=$(traces)
in_root mkdir -p /etc/obnova
echo '{"formatVersion": 1, "rememberPin": "forbidden", "locked": ["rememberPin"]}' >"$root/etc/obnova/host.json"
check "the new rpm replaces it" rpm_in_root -U /run/obnova-test/new.rpm
check "what the older one alone had is gone" test ! -e "$root/opt/obnova/lib/left-out-since.txt"
check "rpm knows the new version alone" test "$(in_root rpm --force-debian -q obnova)" = "obnova-$version-1.x86_64"
check "keys, renewals, permissions and settings are as they were" test "$(traces)" = "$before"
check "so are the administrator's settings" grep -q forbidden "$root/etc/obnova/host.json"
check "the class cache is accepted after the upgrade" cache_is_accepted /opt/obnova in_root
check "the host is there after the upgrade" as_person obnova-host --version
check "erasing says where the keys are" sh -c "chroot $root rpm --force-debian -e obnova | grep -q 'keys stay in /home/anna/.local/share/obnova/containers (1 files)'"
check "it leaves the administrator's settings" grep -q forbidden "$root/etc/obnova/host.json"
rm -r "$root/etc/obnova"
check "and leaves nothing else" test "$(differences | grep -v '^otherwise')" = "$(printf 'new /home/anna/%s\n' .local .local/share .local/share/obnova \
  .local/share/obnova/containers .local/share/obnova/containers/anna.p12 .local/state .config | sort)"
drop_root

new_root rpm-undo "$anna"
check "the system and the rpm are installed once more" rpm_in_root -i /run/obnova-test/system.rpm /run/obnova-test/new.rpm
undone_by rpm chroot "$root" rpm --force-debian -e obnova
drop_root
