# Runs a line of sh as each person who used Obnova and whose home lies on a disk of this computer. Never as root in the home of another:
# a link there could lead root astray. Homes on a server are left alone, for other computers use them too.
for_each_person() { # LINE
  { getent passwd | cut -d: -f6; ls -d /root /home/* /home/*/*; } 2>/dev/null | sort -u | while read -r home; do
    [ -d "$home/.local/state/obnova" ] || [ -d "$home/.local/share/obnova" ] || [ -d "$home/.config/obnova" ] || continue
    case $(stat -f -c %T "$home" 2>/dev/null) in nfs* | cifs | smb* | afs | ceph | lustre | fuse.sshfs | unknown*) continue ;; esac
    owner=$(stat -c %u "$home") group=$(stat -c %g "$home")
    [ "$owner" -ne 0 ] || [ "$home" = /root ] || continue
    setpriv --reuid "$owner" --regid "$group" --clear-groups -- \
      env -i HOME="$home" PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 sh -c "cd / && $1" </dev/null || :
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
  for_each_person "[ ! -e \"\$HOME/.local/state/obnova/workstation.json\" ] || timeout 120 $host workstation uninstall >/dev/null"
}

# Renewals begun, permissions of sites, settings. Keys stay: nothing brings them back.
forget_persons() {
  for_each_person 'rm -rf "$HOME/.local/state/obnova" "$HOME/.config/obnova" "$HOME/.cache/obnova"
    rmdir "$HOME/.local/share/obnova/containers" "$HOME/.local/share/obnova" 2>/dev/null || :'
}

tell_where_keys_are() {
  for_each_person 'folder=$HOME/.local/share/obnova/containers; count=$(ls "$folder" 2>/dev/null | wc -l)
    [ "$count" -eq 0 ] || echo "obnova: keys stay in $folder ($count files)"'
}
