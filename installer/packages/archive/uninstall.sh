#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Removes what install.sh brought, and what Obnova set up for this person. Keys stay.
#
# usage: sh uninstall.sh [--keep-state]
#   --keep-state  renewals under way, permissions of sites and settings stay, too

set -eu
keep=no
case ${1:-} in
  '') ;;
  --keep-state) keep=yes ;;
  *) sed -n '7,8s/^# \{0,1\}//p' "$0" >&2; exit 64 ;;
esac
to=$(cd "$(dirname "$0")/.." && pwd)
[ -e "$to/share/places.tsv" ] && [ -e "$to/written" ] || { echo "$to was not installed by install.sh." >&2; exit 66; }
state=${XDG_STATE_HOME:-$HOME/.local/state} config=${XDG_CONFIG_HOME:-$HOME/.config} data=${XDG_DATA_HOME:-$HOME/.local/share}

if [ -e "$state/obnova/workstation.json" ]; then
  "$to/bin/obnova-host" workstation uninstall </dev/null >/dev/null || :
fi

tab=$(printf '\t')
ours=$(printf '%s' "$to/bin/obnova-host" | sed 's/[\\"]/\\&/g')
# What was made last goes first.
written=$(sed '1!G;h;$!d' "$to/written")
each() { # KIND COMMAND: for each line of the kind, with $path and $number
  printf '%s\n' "$written" | while IFS=$tab read -r kind path number; do
    [ "$kind" != "$1" ] || eval "$2"
  done
}
# Where somebody else wrote in between, it is theirs.
each file 'if grep -qF -- "\"$ours\"" "$path" 2>/dev/null; then rm -f "$path"; fi'
each before '[ -e "$path" ] || cp -p "$to/before/$number" "$path"'
command=$HOME/.local/bin/obnova-host
if [ "$(readlink "$command" 2>/dev/null)" = "$to/bin/obnova-host" ]; then
  rm -f "$command"
fi
if [ "$keep" = no ]; then
  # The list of what could not be taken back stays: by it a later Obnova can.
  for path in "$state/obnova"/* "$state/obnova"/.[!.]*; do
    case ${path##*/} in workstation.json*) ;; *) rm -rf "$path" ;; esac
  done
  rm -rf "$config/obnova" "${XDG_CACHE_HOME:-$HOME/.cache}/obnova"
fi
# What Java notes of the fonts that it found, and makes again when it needs it.
java=$HOME/.java/fonts/$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$to/runtime/release")
rm -f "$java"/fcinfo-*
rmdir "$java" "$HOME/.java/fonts" "$HOME/.java" 2>/dev/null || :
rm -rf "$to"
rmdir "$data/obnova/containers" "$data/obnova" "$state/obnova" 2>/dev/null || :
each folder 'rmdir "$path" 2>/dev/null || :'
echo "Obnova is removed."
if [ -d "$data/obnova/containers" ]; then
  echo "Keys stay in $data/obnova/containers."
fi
if [ -e "$state/obnova/workstation.json" ]; then
  echo "Not everything that was set up was taken back, its list stays: $state/obnova/workstation.json"
fi
