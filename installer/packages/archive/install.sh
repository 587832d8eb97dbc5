#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Installs Obnova for one person, without an administrator's rights, and tells this person's browsers where it is.
#
# usage: sh install.sh [--to FOLDER] [--force]
#   --to     where to, instead of ~/.local/share/obnova-host
#   --force  also where the administrator installed Obnova for everybody
# An older one there is replaced; keys, renewals under way, permissions and settings lie elsewhere and stay.

set -eu
usage() {
  sed -n '7,10s/^# \{0,1\}//p' "$0" >&2
  exit 64
}
to=${XDG_DATA_HOME:-$HOME/.local/share}/obnova-host force=no
while [ $# -gt 0 ]; do
  case $1 in
    --to) [ $# -gt 1 ] || usage; to=$2; shift 2 ;;
    --force) force=yes; shift ;;
    *) usage ;;
  esac
done
case $to in /*) ;; *) to=$PWD/$to ;; esac
if [ "$force" = no ] && [ -x /opt/obnova/bin/obnova-host ]; then
  echo "Obnova is installed for everybody of this computer (/opt/obnova). Nothing was changed; --force installs it all the same." >&2
  exit 1
fi
from=$(cd "$(dirname "$0")" && pwd)/obnova
[ -x "$from/bin/obnova-host" ] || { echo "Unpack the whole archive first: $from is missing." >&2; exit 66; }
if [ -e "$to" ] && [ ! -e "$to/share/places.tsv" ]; then
  echo "$to is there and is not Obnova: choose another folder with --to." >&2
  exit 73
fi

tab=$(printf '\t')
# missing_folders FOLDER: those of its path that come to be, from the outermost on, so that they can go again.
missing_folders() {
  missing=$1 lines=
  while [ ! -d "$missing" ]; do
    lines="folder$tab$missing
$lines"
    missing=$(dirname "$missing")
  done
  printf '%s' "$lines"
}

# Whole or not at all: made beside it, tried, then renamed.
folders=$(missing_folders "$(dirname "$to")")
mkdir -p "$(dirname "$to")"
rm -rf "$to.new"
trap 'rm -rf "$to.new"' EXIT
cp -a "$from" "$to.new"
if ! said=$("$to.new/bin/obnova-host" --version 2>&1 </dev/null); then
  echo "The program does not start from $to: $said" >&2
  echo "Nothing was changed. Where programs may not run from a home folder, choose another one with --to." >&2
  exit 1
fi
[ ! -d "$to/before" ] || cp -a "$to/before" "$to.new/"
if [ -e "$to/written" ]; then
  cp -a "$to/written" "$to.new/"
else
  printf '%s\n' "$folders" >"$to.new/written"
fi
rm -rf "$to.old"
[ ! -e "$to" ] || mv "$to" "$to.old"
mv "$to.new" "$to"
rm -rf "$to.old"

# What is in the manifest, as text of JSON and then of sed.
host=$(printf '%s' "$to/bin/obnova-host" | sed 's/[\\"]/\\&/g' | sed 's/[\\&|]/\\&/g')
config=${XDG_CONFIG_HOME:-$HOME/.config}
while IFS=$tab read -r family sign place; do
  case $sign in "{home}"*) sign=$HOME${sign#"{home}"} ;; "{config}"*) sign=$config${sign#"{config}"} ;; esac
  [ -e "$sign" ] || continue
  case $place in "{home}"*) place=$HOME${place#"{home}"} ;; "{config}"*) place=$config${place#"{config}"} ;; esac
  file=$place/org.obnova.host.json
  if ! grep -qxF -- "file$tab$file" "$to/written"; then
    missing_folders "$place" >>"$to/written"
    if [ -e "$file" ]; then
      mkdir -p "$to/before"
      number=$(wc -l <"$to/written")
      cp -p "$file" "$to/before/$number"
      printf 'before\t%s\t%s\n' "$file" "$number" >>"$to/written"
    fi
    printf 'file\t%s\n' "$file" >>"$to/written"
  fi
  mkdir -p "$place"
  sed "s|@HOST@|$host|" "$to/share/$family.json" >"$file.new"
  mv "$file.new" "$file"
done <"$to/share/places.tsv"

command=$HOME/.local/bin/obnova-host
if [ ! -e "$command" ] && [ ! -L "$command" ]; then
  missing_folders "$HOME/.local/bin" >>"$to/written"
  mkdir -p "$HOME/.local/bin"
  ln -s "$to/bin/obnova-host" "$command"
fi

echo "Obnova is in $to. Browsers that find it:"
sed -n "s/^file$tab/  /p" "$to/written"
echo "A browser that is installed later: run install.sh again. To remove it: sh $to/share/uninstall.sh"
