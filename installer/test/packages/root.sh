# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# A root of its own to install into: this computer's files below, or those of another $ground; what is written above them in a folder.
# Sourced by packages-test.sh, in a mount namespace of its own.
# shellcheck disable=SC2154

ground=/

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
  mount -t overlay obnova-test -o "lowerdir=${below:+$below:}$ground,upperdir=$upper,workdir=$work/$1/work" "$root"
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

# What was at a path before, if anything.
earlier() { # PATH
  local layer
  tr : '\n' <<<"$below:$ground" | while read -r layer; do
    [ -n "$layer" ] || continue
    if [ -e "${layer%/}/$1" ] || [ -L "${layer%/}/$1" ]; then
      echo "${layer%/}/$1"
      return
    fi
  done
}

# What is otherwise than before, but for the package managers' own books: one line each. Empty: the trees are equal.
differences() {
  local kind path old
  find "$upper" -mindepth 1 -printf '%y\t%P\n' | while IFS=$'\t' read -r kind path; do
    case $path in
      var/lib/dpkg* | var/lib/apt* | var/lib/rpm* | root/.rpmdb* | usr/lib/sysimage* | var/log* | var/cache/* | run* | tmp* | dev* | proc* | etc/ld.so.cache) continue ;;
    esac
    old=$(earlier "$path")
    if [ "$kind" = c ] && [ "$(stat -c %t:%T "$upper/$path")" = 0:0 ]; then
      [ -z "$old" ] || echo "gone /$path"
    elif [ -z "$old" ]; then
      echo "new /$path"
    elif [ "$kind" = f ] && ! cmp -s "$upper/$path" "$old"; then
      echo "changed /$path"
    elif [ "$(stat -c %a:%u:%g "$upper/$path")" != "$(stat -c %a:%u:%g "$old")" ]; then
      echo "otherwise owned /$path"
    fi
  done | sort
}
