# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# What the packages' scripts run as each person, without a package. A part of packages-test.sh.
# shellcheck disable=SC2154

cp "$project/installer/packages/linux/persons.sh" "$work/files/persons.sh"
cat >"$work/files/tty.sh" <<'SH'
set -e
. /run/obnova-test/persons.sh
(: >/dev/tty) 2>/dev/null && echo "root has a terminal"
for_each_person 'if (: >/dev/tty) 2>/dev/null || [ -t 1 ] || [ -t 2 ]; then echo "so has $(id -un)"; else echo "none has $(id -un) in $HOME"; fi'
SH
# at_terminal FILE: runs it as root, who sits at a terminal.
at_terminal() {
  in_root script -qec "sh /run/obnova-test/$1" /dev/null </dev/null | tr -d '\r'
}
# persons LINE: in sh with set -e, as dpkg runs scripts.
persons() {
  in_root sh -ec ". /run/obnova-test/persons.sh; $1" 2>&1
}

new_root persons "$anna"
leave_traces
said=$(at_terminal tty.sh)
check "root has a terminal" grep -qx "root has a terminal" <<<"$said"
check "a person whose code root runs has none" grep -qx "none has anna in /home/anna" <<<"$said"
check "nobody else is asked" fails grep -q "^so has" <<<"$said"
check "what a person's program says cannot steer root's terminal" test \
  "$(persons "for_each_person 'printf \"a\\033[2Jb\\302\\23331mд\\007\\n\" >&2'")" = "a[2Jb31mд"
check "a person gets no rights by programs that have them" grep -q '^NoNewPrivs:.*1$' <<<"$(persons "for_each_person 'cat /proc/self/status'")"

# Homes that are not what they seem.
in_root sh -c 'useradd -M -d /home/linked boris && cp -a /home/anna /home/other && chown -R boris: /home/other && ln -s other /home/linked
  cp -a /home/anna /home/copy
  useradd -M -d /srv/open/vera vera && mkdir -p /srv/open && cp -a /home/anna /srv/open/vera && chown -R vera: /srv/open/vera && chmod 777 /srv/open'
check "neither links, nor copies, nor folders where others may write count as homes" test "$(persons "for_each_person 'echo \$HOME'")" = /home/anna
in_root chmod 755 /srv/open
check "a home of an account does" grep -qx /srv/open/vera <<<"$(persons "for_each_person 'echo \$HOME'")"
in_root chmod 777 /srv/open

# A home on a server: stat says what lies below it.
mkdir -p "$work/files/bin"
printf '#!/bin/sh\ncase "$*" in "-f -c %%T /home/anna") echo "$BELOW" ;; *) exec /usr/bin/stat "$@" ;; esac\n' >"$work/files/bin/stat"
chmod 755 "$work/files/bin/stat"
for below in nfs nfs4 cifs smb2 fuse.sshfs; do
  check "a home on $below is left alone" test -z "$(persons "export PATH=/run/obnova-test/bin:\$PATH BELOW=$below; for_each_person 'echo \$HOME'")"
done
check "one on a disk of this computer is not" test "$(persons "export PATH=/run/obnova-test/bin:\$PATH BELOW=ext2/ext3; for_each_person 'echo \$HOME'")" = /home/anna

# What could not be taken back is still known afterwards.
list=/home/anna/.local/state/obnova/workstation.json
as_person sh -c "echo '{}' >$list"
in_root sh -c 'mkdir -p /var/lib/obnova/roots /var/lib/obnova/other; echo "{}" >/var/lib/obnova/workstation.json; echo root >/var/lib/obnova/roots/a.pem'
said=$(persons "forget_persons; forget_computer")
check "purging says what stays" test "$(grep -c "its list stays: \($list\|/var/lib/obnova/workstation.json\)\$" <<<"$said")" -eq 2
check "the lists of what was set up stay" in_root test -e $list -a -e /var/lib/obnova/workstation.json -a -e /var/lib/obnova/roots/a.pem
check "the rest goes" in_root sh -c '[ "$(ls -A /home/anna/.local/state/obnova)" = workstation.json ] && [ ! -e /home/anna/.config/obnova ] && [ ! -e /var/lib/obnova/other ]'
in_root rm $list /var/lib/obnova/workstation.json
check "without such lists there is nothing to say" test -z "$(persons "forget_persons; forget_computer")"
check "and nothing stays but keys" in_root sh -c '[ ! -e /home/anna/.local/state/obnova ] && [ ! -e /var/lib/obnova ] && [ -e /home/anna/.local/share/obnova/containers/anna.p12 ]'
drop_root
