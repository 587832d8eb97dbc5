# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# A Debian of nothing but what is essential, where nothing of this computer helps: the deb with what it depends on, then with browsers,
# walked with and checked by the doctor, then removed. It takes minutes and fetches packages, so it is only tried when named.
# A part of packages-test.sh; needs debootstrap and the built testkit.
# shellcheck disable=SC2154

suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
# Fetched once; Debian's archives as apt knows them here.
fetched=$target/clean-packages
mkdir -p "$fetched/apt/partial" "$fetched/base"
archives=$(apt-get indextargets --format '$(ORIGIN) $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | sed -n 's/^Debian /deb /p' | sort -u)
mirror=$(awk -v suite="$suite" '$3 == suite { print $2; exit }' <<<"$archives")

apt_in_root() {
  in_root apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 -o Dir::Cache::archives=/run/obnova-apt "$@"
}

# new_clean_root NAME [BELOW]
new_clean_root() {
  new_root "$@"
  mkdir -p "$root/run/obnova-apt"
  mount --bind "$fetched/apt" "$root/run/obnova-apt"
}

# Programs of the tests, which this computer lends: a JDK, node, the project with what was built. At the places where they are here.
lend() { # PATH...
  local path
  for path in "$@"; do
    if [ -d "$path" ]; then mkdir -p "$root$path"; else mkdir -p "$root$(dirname "$path")"; : >>"$root$path"; fi
    mount --bind -o ro "$path" "$root$path"
  done
}

check "a Debian of nothing but what is essential" debootstrap --variant=minbase --cache-dir="$fetched/base" "$suite" "$work/ground" "$mirror"
ground=$work/ground
echo "$archives" >"$ground/etc/apt/sources.list"
cp /etc/resolv.conf "$ground/etc/resolv.conf"
# A computer knows its own name.
printf '127.0.0.1 localhost\n::1 localhost\n' >"$ground/etc/hosts"
[ ! -e /etc/apt/apt.conf.d/*proxy* ] || cp /etc/apt/apt.conf.d/*proxy* "$ground/etc/apt/apt.conf.d/"
cp "$deb" "$work/files/new.deb"
new_clean_root lists
check "its packages are known" apt_in_root update
check "there is a person" in_root useradd -m -s /bin/bash anna
umount -R "$root"
lists=$upper

# Every library that a file of the package wants is in the package, or brought by what it depends on. Not that of sound: nothing plays any.
libraries_found() {
  ! in_root sh -c 'runtime=/opt/obnova/runtime/lib
    find /opt/obnova \( -name "*.so" -o -path "*/bin/*" \) -type f ! -name libjsound.so | while read -r file; do
      LD_LIBRARY_PATH=$runtime:$runtime/server ldd "$file" 2>/dev/null | sed -n "s|not found|& by $file|p"
    done' | grep .
}
# dpkg takes a folder away that is empty and no package's; Debian's own installation made these two. Java notes fonts in the home of the account,
# here that of the walk, which is not where the walk says that home is.
tree_is_as_it_was() {
  ! differences | grep -vxE 'gone /opt|gone /etc/opt|new /root/\.java(/.*)?|[a-z ]+ /home/anna(/.*)?' | grep .
}

# Says what is not in order, but for what is named.
cat >"$work/files/green.js" <<'JS'
import {readFileSync} from 'node:fs';
const {findings} = JSON.parse(readFileSync(0, 'utf8'));
const open = findings.filter(({id, status}) => status !== 'ok' && !process.argv.includes(id));
for (const {id, status, reason, detail} of open) console.log(`${id}: ${status} ${reason}: ${detail}`);
process.exit(findings.length > 12 && open.length === 0 ? 0 : 1);
JS
doctor_says() { # [EXPECTED-ID...]
  node "$work/files/green.js" "$@" <"$work/files/findings.json"
}
new_clean_root bare "$lists"
said=$(apt_in_root install /run/obnova-test/new.deb 2>&1)
status=$?
check "apt installs the deb with what it depends on, and nothing else is asked" test "$status" -eq 0
check "the program has nothing to say" fails grep '^obnova:' <<<"$said"
check "no library is missing" libraries_found
check "a person starts it" as_person obnova-host --version
check "the class cache is accepted" cache_is_accepted /opt/obnova in_root
as_person obnova-host doctor --json >"$work/files/findings.json"
check "the doctor misses nothing but a browser, a display, a store of passwords and NSS" doctor_says browser extension host-start display password-store nss
check "nothing but apt is needed to remove it and what it brought" apt_in_root purge --auto-remove obnova
check "the tree is as it was" tree_is_as_it_was
drop_root

class_path=$(echo "$project"/web-demo/testkit/target/obnova-testkit-*.jar):$(cat "$project/web-demo/testkit/target/dependencies.class-path")
lent=("$JAVA_HOME" "$project" "$HOME/.m2/repository" /usr/bin/node)
new_clean_root desktop "$lists"
check "browsers, a store of passwords, and what the walk needs" apt_in_root install chromium chromium-driver firefox-esr firefox-esr-l10n-ru xvfb xdotool \
  imagemagick x11-utils openssl libengine-gost-openssl dbus gnome-keyring
lend "${lent[@]}"
umount -R "$root"
desktop=$upper:$lists

# What the administrator's guide says of the browsers' policies.
roll_out() {
  mkdir -p "$root/etc/chromium/policies/managed" "$root/etc/firefox/policies"
  for each in chromium:etc/chromium/policies/managed/obnova.json firefox:etc/firefox/policies/policies.json; do
    node "$here/guide.js" "$project/installer/doc/administration.md" "${each%%:*}" "$(cat "$project/extension/target/extension-id")" "$version" >"$root/${each#*:}"
  done
}

take_back() {
  rm "$root/etc/chromium/policies/managed/obnova.json" "$root/etc/firefox/policies/policies.json"
  rmdir -p --ignore-fail-on-non-empty "$root/etc/chromium/policies/managed" "$root/etc/firefox/policies"
}

# The person's session: a display, a bus, a store of passwords that is open.
cat >"$work/files/session.sh" <<'SH'
Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3>/tmp/display 2>/dev/null &
server=$!
until [ -s /tmp/display ]; do kill -0 $server || exit 1; sleep 0.1; done
DISPLAY=:$(cat /tmp/display)
export DISPLAY
printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
"$@"
status=$?
kill $server
exit $status
SH
for browser in chromium firefox; do
  case $browser in chromium) profile=.config/chromium ;; firefox) profile=.mozilla/firefox/anna.default ;; esac
  new_clean_root "clean-$browser" "$desktop"
  check "$browser: apt installs the deb, with what it recommends" in_root apt-get -q -y -o Dpkg::Use-Pty=0 -o Dir::Cache::archives=/run/obnova-apt install /run/obnova-test/new.deb
  lend "${lent[@]}"
  # What is walked with is the installed host.
  mount -t tmpfs tmpfs "$root$project/native-host/target"
  mount -t tmpfs tmpfs "$root/mnt"
  check "$browser: a renewal is walked, the host found by the system's manifest" in_root "$JAVA_HOME/bin/java" "-Dobnova.root=$project" -Dobnova.host.installed=true \
    -cp "$class_path" org.obnova.testkit.DemoWalk /mnt/walk gost256 computer $browser
  check "$browser: OpenSSL takes what came of it" in_root bash "$project/installer/verify.sh" /mnt/walk \
    --container-password-file /mnt/walk/container-password.txt --backup-password-file /mnt/walk/backup-password.txt
  roll_out
  check "$browser: extension by policy, host by the system's manifest" as_person node /run/obnova-test/hello.js $browser "$version" "/home/anna/$profile"
  as_person dbus-run-session -- sh /run/obnova-test/session.sh obnova-host doctor --json >"$work/files/findings.json"
  check "$browser: the doctor finds all in order" doctor_says
  take_back
  check "$browser: removed, with what it brought" apt_in_root purge --auto-remove obnova
  check "$browser: but for the browser's own in the home the tree is as it was" tree_is_as_it_was
  drop_root
done
ground=/
