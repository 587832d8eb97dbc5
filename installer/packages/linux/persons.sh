# Runs a line of sh as each person who used Obnova and whose home lies on a disk of this computer. Never as root in the home of another:
# a link there could lead root astray. Homes on a server are left alone, for other computers use them too.
# What runs as a person is theirs: it gets neither root's terminal, into which it could type, nor more time or output than is needed.
for_each_person() { # LINE
  homes | sort -u | while read -r home; do
    case $(limited stat -f -c %T "$home") in '' | nfs* | cifs | smb* | afs | ceph | lustre | fuse.sshfs | unknown*) continue ;; esac
    limited test -d "$home/.local/state/obnova" || limited test -d "$home/.local/share/obnova" ||
      limited test -d "$home/.config/obnova" || continue
    owner=$(limited stat -c %u "$home") || continue
    is_home "$home" "$owner" || continue
    group=$(limited getent passwd "$owner" | cut -d: -f4)
    # The time is root's to keep: a person could stop a clock of their own, or let a child hold the pipe.
    setsid -w timeout -k 5 120 setpriv --reuid "$owner" --regid "$group" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all -- \
      env -i HOME="$home" PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 sh -c "cd / && $1" </dev/null 2>&1 |
      timeout -k 5 130 head -c 20000 | LC_ALL=C tr -d '\000-\010\013-\037\177' | LC_ALL=C sed 's/\xc2[\x80-\x9f]//g' || :
  done
}

# A file system of a person may never answer.
limited() {
  timeout -k 1 10 "$@" 2>/dev/null </dev/null
}

# Accounts, and the folders of those that a directory service does not list.
homes() {
  timeout -k 1 60 getent passwd </dev/null | cut -d: -f6 | sed 's|\(.\)/*$|\1|'
  timeout -k 1 20 sh -c 'for each in /root /home/*; do
    echo "$each"
    [ "$each" = /root ] || [ ! -O "$each" ] || ls -d "$each"/* 2>/dev/null
  done' </dev/null
}

# The home that the account has, at a place where nobody but root puts folders.
is_home() { # HOME OWNER
  [ -n "$2" ] && [ ! -L "$1" ] && [ "$(limited realpath -- "$1")" = "$1" ] || return 1
  [ "$(limited getent passwd "$2" | cut -d: -f6 | sed 's|\(.\)/*$|\1|')" = "$1" ] || return 1
  [ "$2" -ne 0 ] || [ "$1" = /root ] || return 1
  above=$1
  while [ "$above" != / ]; do
    above=$(dirname -- "$above")
    case $(limited stat -c %u:%a "$above") in 0:*[2367] | 0:*[2367]?) return 1 ;; 0:*) ;; *) return 1 ;; esac
  done
}

# What workstation changed (root certificates, policies, manifests of one person) is taken back while the program is still there.
undo_workstation() {
  host=/opt/obnova/bin/obnova-host
  [ -x "$host" ] || return 0
  if [ -e /var/lib/obnova/workstation.json ]; then
    timeout 120 "$host" workstation uninstall --system </dev/null >/dev/null ||
      echo "obnova: not everything that was set up could be taken back: see /var/lib/obnova/workstation.json" >&2
  fi
  for_each_person "[ ! -e \"\$HOME/.local/state/obnova/workstation.json\" ] || $host workstation uninstall >/dev/null"
}

# Renewals begun, permissions of sites, settings. Keys stay: nothing brings them back. So does the record of what could not be taken back.
forget_persons() {
  for_each_person 'state=$HOME/.local/state/obnova
    for each in "$state"/* "$state"/.[!.]*; do
      case ${each##*/} in workstation.json*) ;; *) rm -rf "$each" ;; esac
    done
    [ ! -e "$state/workstation.json" ] || echo "obnova: not everything that was set up was taken back, its list stays: $state/workstation.json"
    rm -rf "$HOME/.config/obnova" "$HOME/.cache/obnova"
    # What Java notes of the fonts that it found, and makes again when it needs it.
    rm -f "$HOME/.java/fonts/@JAVA@"/fcinfo-*
    rmdir "$HOME/.java/fonts/@JAVA@" "$HOME/.java/fonts" "$HOME/.java" 2>/dev/null || :
    rmdir "$state" "$HOME/.local/share/obnova/containers" "$HOME/.local/share/obnova" 2>/dev/null || :'
}

# The same of what was set up for everybody.
forget_computer() {
  set -- /var/lib/obnova/workstation.json*
  if [ -e "$1" ]; then
    echo "obnova: not everything that was set up was taken back, its list stays: $1"
    for each in /var/lib/obnova/* /var/lib/obnova/.[!.]*; do
      case ${each##*/} in workstation.json* | roots) ;; *) rm -rf "$each" ;; esac
    done
  else
    rm -rf /var/lib/obnova
  fi
}

tell_where_keys_are() {
  for_each_person 'folder=$HOME/.local/share/obnova/containers; count=$(ls "$folder" 2>/dev/null | wc -l)
    [ "$count" -eq 0 ] || echo "obnova: keys stay in $folder ($count files)"'
}
