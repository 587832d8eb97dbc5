# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# A root of its own to install into: this computer's files below, what is written above them in a folder. Sourced by packages-test.sh,
# in a mount namespace of its own.
# shellcheck disable=SC2154

failures=0
# check WHAT COMMAND...
check() {
  local what=$1 said
  shift
  if said=$("$@" 2>&1); then
    echo "ok      $what"
  else
    failures=$((failures + 1))
    echo "FAILED  $what"
    printf '%s\n' "$said" | tail -n 20 | sed 's/^/          /'
  fi
}

fails() {
  ! "$@"
}

# new_root NAME [BELOW]: mounts $work/NAME/root; BELOW is the written part of an earlier one.
new_root() {
  name=$1
  root=$work/$1/root upper=$work/$1/upper below=${2:-}
  mkdir -p "$root" "$upper" "$work/$1/work"
  mount -t overlay obnova-test -o "lowerdir=${below:+$below:}/,upperdir=$upper,workdir=$work/$1/work" "$root"
  mount --rbind /dev "$root/dev"
  mount -t proc proc "$root/proc"
  mount -t tmpfs tmpfs "$root/tmp"
  mount -t tmpfs tmpfs "$root/run"
  # The tests' own files, whatever lies above them.
  mkdir -p "$root/run/obnova-test"
  mount --bind "$work/files" "$root/run/obnova-test"
}

drop_root() {
  umount -R -l "$root"
  rm -rf --one-file-system "${work:?}/$name"
}

in_root() {
  chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# as_person COMMAND...: as Anna, who has no rights.
as_person() {
  chroot "$root" setpriv --reuid anna --regid anna --init-groups env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/home/anna LANG=C.UTF-8 "$@"
}

# What is otherwise than before, but for the package managers' own books: one line each. Empty: the trees are equal.
differences() {
  local path
  find "$upper" -mindepth 1 -printf '%y\t%P\n' | while IFS=$'\t' read -r kind path; do
    case $path in
      var/lib/dpkg* | var/lib/rpm* | root/.rpmdb* | usr/lib/sysimage* | var/log* | var/cache/* | run* | tmp* | dev* | proc* | etc/ld.so.cache) continue ;;
    esac
    old=/$path
    [ -z "$below" ] || [ ! -e "$below/$path" ] || old=$below/$path
    if [ "$kind" = c ] && [ "$(stat -c %t:%T "$upper/$path")" = 0:0 ]; then
      [ ! -e "$old" ] || echo "gone /$path"
    elif [ ! -e "$old" ] && [ ! -L "$old" ]; then
      echo "new /$path"
    elif [ "$kind" = f ] && ! cmp -s "$upper/$path" "$old"; then
      echo "changed /$path"
    elif [ "$(stat -c %a:%u:%g "$upper/$path")" != "$(stat -c %a:%u:%g "$old")" ]; then
      echo "otherwise owned /$path"
    fi
  done | sort
}
