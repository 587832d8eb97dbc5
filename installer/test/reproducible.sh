#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# Makes the packages a second time, elsewhere and later, and compares: the same bytes, or it says which file differs.
#
# usage: reproducible.sh PROJECT [--whole]
#   Packs what is built once more, the same image: every package has to have the same bytes.
#   --whole  builds a copy of the sources elsewhere, from nothing (minutes), and compares what is in the packages as well. The class cache
#            alone may differ: the JVM makes it by running the program, of whatever its threads did that time (JEP 514 promises no equal bytes);
#            with it the lists of checksums in the packages that name it, and so the packages' own bytes.

set -euo pipefail
project=$(cd "$1" && pwd) whole=${2:-}
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
value() { sed -n "s/^ *<$1>\(.*\)<\/$1>$/\1/p" "$project/pom.xml" | head -n 1; }
time=$(value project.build.outputTimestamp) version=$(value version)
cache=opt/obnova/lib/obnova-host.aot
different=0 count=0
compare() { # NAME BUILT AGAIN
  count=$((count + 1))
  if cmp -s "$2" "$3"; then
    echo "equal   $1"
  else
    echo "DIFFERS $1"
    different=$((different + 1))
  fi
}
enough() { # COUNT: so many were compared, and none differs
  [ "$different" -eq 0 ] && [ "$count" -ge "$1" ]
}

compare_packed() {
  mkdir "$again/extension"
  node "$project/extension/scripts/pack.js" "$again/extension" "$time" ${OBNOVA_EXTENSION_KEY:+"$OBNOVA_EXTENSION_KEY"} >/dev/null
  bash "$project/installer/packages/build.sh" "$project" "$again" "$version" "$time" >/dev/null
  local file
  for file in "$project"/extension/target/obnova-* "$project"/extension/target/update*; do compare "$(basename "$file")" "$file" "$again/extension/$(basename "$file")"; done
  for file in "$project"/installer/target/*.deb "$project"/installer/target/*.rpm "$project"/installer/target/obnova-*.tar.gz; do
    [ ! -e "$file" ] || compare "$(basename "$file")" "$file" "$again/$(basename "$file")"
  done
}

# The files of a package below a folder, whatever kind it is.
unpack() { # PACKAGE FOLDER
  mkdir -p "$2/files"
  case $1 in
    *.deb) dpkg-deb -x "$1" "$2/files" && dpkg-deb -e "$1" "$2/control" &&
      dpkg-deb --fsys-tarfile "$1" | tar -tv --full-time --utc | grep -v " \./$cache\$" >"$2/list" ;;
    *.rpm) rpm2cpio "$1" | (cd "$2/files" && cpio -idm --quiet) && rpm -qp --qf '[%{FILENAMES} %{FILEMODES:perms} %{FILEUSERNAME} %{FILEGROUPNAME} %{FILEMTIMES}\n]' "$1" >"$2/list" &&
      rpm -qp --scripts --requires --provides "$1" >"$2/scripts" ;;
    *.tar.gz) tar -C "$2/files" -xzf "$1" ;;
  esac
}

# What is in a folder, but for the class cache and what tells its checksum. The times of folders and links are the unpacker's; those in the package
# stand in its list.
contents() { # FOLDER
  (cd "$1" && find . \( -type f -printf '%p %y %m %T@\n' -o -printf '%p %y %m %l\n' \) | grep -vE '^\./(files|control|list|scripts)? |^\. ' | sort &&
    find . -type f ! -name obnova-host.aot ! -path ./control/md5sums ! -path ./control/control -print0 | sort -z | xargs -0 sha256sum &&
    { [ ! -e control/md5sums ] || grep -v " $cache\$" control/md5sums; } && { [ ! -e control/control ] || grep -v '^Installed-Size:' control/control; })
}

compare_whole() {
  local file name jdk=$JAVA_HOME
  mkdir "$again/sources"
  (cd "$project" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$again/sources")
  (cd "$again/sources" && JAVA_HOME=$jdk mvn -B -q -Dmaven.test.skip=true -DskipTests -pl native-host,extension,installer -am package) >"$again/log" 2>&1 || {
    tail -n 40 "$again/log" >&2
    return 1
  }
  for file in "$project"/extension/target/obnova-* "$project"/extension/target/update*; do
    compare "$(basename "$file")" "$file" "$again/sources/extension/target/$(basename "$file")"
  done
  for file in "$project"/installer/target/*.deb "$project"/installer/target/*.rpm "$project"/installer/target/obnova-*.tar.gz; do
    name=$(basename "$file")
    unpack "$file" "$again/one/$name"
    unpack "$again/sources/installer/target/$name" "$again/two/$name"
    contents "$again/one/$name" >"$again/one/$name.contents"
    contents "$again/two/$name" >"$again/two/$name.contents"
    compare "$name: $(grep -c '^[0-9a-f]\{64\} ' "$again/one/$name.contents") files, names, modes and times" "$again/one/$name.contents" "$again/two/$name.contents"
    diff "$again/one/$name.contents" "$again/two/$name.contents" | sed -n '/^[<>]/s/^/          /p' | head -n 20 || :
    if ! cmp -s "$file" "$again/sources/installer/target/$name"; then
      echo "          $name itself differs, by the class cache that was trained anew:" \
        "$(find "$again/one/$name" "$again/two/$name" -name obnova-host.aot -printf '%s ' | sed 's/ $//; s/ / and /') octets"
    fi
  done
}

compare_packed
enough 7
if [ "$whole" = --whole ]; then
  count=0
  compare_whole
  enough 7
fi
