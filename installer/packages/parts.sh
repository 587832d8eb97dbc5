# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# The parts of build.sh, whose variables they use.
# shellcheck disable=SC2154

inputs_of() { # PATH...: one checksum of all files below
  { find "$@" -type f -print0 2>/dev/null || true; } | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# No file younger than TIME: tar and rpm would say the moment of the build.
clamp() { # FOLDER
  find "$1" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# What lies in /opt/obnova, or wherever one person puts it: the host, the extension for policies, what it is made of.
lay_image() { # FOLDER
  mkdir -p "$(dirname "$1")"
  cp -a "$image" "$1"
  mkdir -p "$1/extension" "$1/share"
  cp "$extension/obnova-$version.crx" "$extension/obnova-$version.xpi" "$1/extension/"
  cat >"$1/extension/update.xml" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="$(cat "$extension/extension-id")">
    <updatecheck codebase="file:///opt/obnova/extension/obnova-$version.crx" version="$version"/>
  </app>
</gupdate>
XML
  cp "$project/LICENSE" "$project/installer/THIRD-PARTY" "$1/share/"
  node "$here/sbom.js" "$project/native-host/target/obnova-libraries.json" "$image" "$extension" "$1/share/obnova-sbom.json"
  chmod -R u=rwX,go=rX "$1"
  clamp "$1"
}

# What lies elsewhere: the command, the manifests for browsers, the documents.
lay_system_files() { # FOLDER
  local doc=$1/usr/share/doc/obnova
  mkdir -p "$1/usr/bin" "$doc"
  ln -s /opt/obnova/bin/obnova-host "$1/usr/bin/obnova-host"
  ln -s /opt/obnova/share/LICENSE "$doc/LICENSE"
  ln -s /opt/obnova/share/THIRD-PARTY "$doc/THIRD-PARTY"
  cp "$here/linux/copyright" "$doc/copyright"
  gzip -9n <"$project/CHANGELOG.md" >"$doc/changelog.gz"
  [ ! -e "$project/installer/doc/administration.md" ] || cp "$project/installer/doc/administration.md" "$doc/"
  # The host itself knows the published key's extension alone.
  if [ "$(cat "$extension/extension-id")" != "$development_id" ]; then
    printf '{"formatVersion": 1, "locked": ["extensions"], "extensions": ["%s", "extension@obnova.org"]}\n' "$(cat "$extension/extension-id")" >"$doc/host.json"
  fi
  node "$here/manifests.js" linux "$1" /opt/obnova/bin/obnova-host "$(cat "$extension/extension-id")" >"$work/places"
  clamp "$1"
}

# resources FOLDER NAME...: what jpackage takes instead of its own, with the shared parts of scripts put in.
resources() {
  local folder=$1 name
  shift
  mkdir -p "$folder"
  for name in "$@"; do
    sed -e "/^@PERSONS@$/{r $here/linux/persons.sh
      d}" -e "/^@CHECK@$/{r $here/linux/check.sh
      d}" "$here/linux/$name" | sed "s/@JAVA@/$(java_version "$image/runtime")/g" >"$folder/$name"
  done
}

java_version() { # RUNTIME
  sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$1/release"
}

# jpackage wants an image of its own making: it gets one of this file, which says so, and the launcher; it would leave out what it does
# not know (our runtime lies elsewhere). Its own launcher asks rpm and dpkg for its package at each start, a tenth of a second.
name_image() { # FOLDER
  local java
  java=$(java_version "$JAVA_HOME")
  mkdir -p "$1/lib/app" "$1/bin"
  cp -p "$work/tree/opt/obnova/bin/obnova-host" "$1/bin/"
  cat >"$1/lib/app/.jpackage.xml" <<XML
<?xml version="1.0" ?>
<jpackage-state version="$java" platform="linux">
  <app-version>$version</app-version>
  <main-launcher>obnova-host</main-launcher>
  <main-class>org.obnova.host.Main</main-class>
</jpackage-state>
XML
}

run_jpackage() { # TYPE DESTINATION RESOURCES
  local said
  [ -e "$work/named" ] || name_image "$work/named"
  if ! said=$("$JAVA_HOME/bin/jpackage" --type "$1" --dest "$2" --resource-dir "$3" --temp "$work/jpackage-$1" --name obnova \
    --app-image "$work/named" --app-version "$version" --install-dir /opt --vendor "The Obnova authors" --linux-package-name obnova \
    --linux-app-release 1 --linux-deb-maintainer packages@obnova.org --description "renews qualified e-signature certificates" 2>&1); then
    echo "$said" >&2
    return 1
  fi
}

# jpackage makes the package's frame; the tree, with files outside of /opt, is put in before it is packed for good.
make_deb() {
  local made=$work/deb arch
  resources "$work/deb-resources" control copyright postinst prerm postrm
  mkdir -p "$made/tree"
  DPKG_DEB_COMPRESSOR_TYPE=none run_jpackage deb "$made" "$work/deb-resources"
  dpkg-deb -e "$made"/*.deb "$made/tree/DEBIAN"
  rm -f "$made/tree/DEBIAN/preinst"
  cp -al "$work/tree/." "$made/tree"
  # Debian's 64-bit Firefox looks in /usr/lib alone.
  rm -rf "$made/tree/usr/lib64"
  clamp "$made/tree"
  printf 'Installed-Size: %s\n' "$(installed_size "$made/tree")" >"$work/size"
  sed -i -e '/^Installed-Size:/d; /^$/d' -e "/^Architecture:/r $work/size" "$made/tree/DEBIAN/control"
  (cd "$made/tree" && find . -type f ! -path './DEBIAN/*' -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  chmod 755 "$made/tree/DEBIAN"/{postinst,prerm,postrm}
  chmod 644 "$made/tree/DEBIAN"/{control,md5sums}
  arch=$(sed -n 's/^Architecture: //p' "$made/tree/DEBIAN/control")
  dpkg-deb --root-owner-group -Zxz "-z$level" -b "$made/tree" "$target/obnova_${version}_$arch.deb" >/dev/null
  rm -rf "$made"
}

# Policy 5.6.20: kibibytes, each file rounded up, each other thing one. Not du, which asks the disk.
installed_size() { # TREE
  find "$1" ! -path "$1/DEBIAN*" -printf '%y %s\n' | awk '{ sum += $1 == "f" ? int(($2 + 1023) / 1024) : 1 } END { print sum }'
}

make_rpm() {
  local home=$work/rpm-home
  resources "$work/rpm-resources" obnova.spec
  mkdir -p "$home" "$work/rpm"
  cat >"$home/.rpmmacros" <<MACROS
%obnova_tree $work/tree
%_buildhost obnova.org
%use_source_date_epoch_as_buildtime 1
%clamp_mtime_to_source_date_epoch 1
%source_date_epoch_from_changelog 0
%_binary_payload w$level.xzdio
%_binary_filedigest_algorithm 8
MACROS
  HOME=$home run_jpackage rpm "$work/rpm" "$work/rpm-resources"
  mv "$work/rpm"/*.rpm "$target/"
}

# For a person without rights of an administrator: unpack it anywhere and run install.sh.
make_archive() {
  local name=obnova-$version-linux-$(uname -m)
  mkdir -p "$work/$name"
  cp -al "$work/tree/opt/obnova" "$work/$name/"
  node "$here/manifests.js" user "$work/$name/obnova/share" @HOST@ "$(cat "$extension/extension-id")"
  cp "$here/archive/install.sh" "$work/$name/"
  cp "$here/archive/uninstall.sh" "$work/$name/obnova/share/"
  chmod 755 "$work/$name/install.sh" "$work/$name/obnova/share/uninstall.sh"
  clamp "$work/$name"
  tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --format=pax \
    --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime -cf - "$name" | gzip -6n >"$target/$name.tar.gz"
  rm -rf "${work:?}/$name"
}

# For computers where extension or application are not there: what the application itself would say there, which the packages put to /opt.
make_setup_files() {
  local home=$work/setup-home service=extern id
  id=$(cat "$extension/extension-id")
  mkdir -p "$home"
  host_says() {
    env -i HOME="$home" PATH=/usr/bin:/bin LANG=C.UTF-8 "$image/bin/obnova-host" workstation file --service $service "$@"
  }
  host_says | sed "s|$image/bin/obnova-host|/opt/obnova/bin/obnova-host|g; s|$development_id|$id|g" >"$target/obnova-$service.sh"
  host_says --windows >"$target/obnova-$service.reg"
  rm -rf "$home"
}

make_windows_inputs() { # FOLDER
  mkdir -p "$1"
  cp -a "$here/windows/." "$1/"
  rm -f "$1"/*.js
  # The class path of the image, in the words of Windows; cmd takes no bare line feeds.
  local jars
  jars=$(sed -n 's/.* -cp "\([^"]*\)".*/\1/p' "$image/bin/obnova-host" | sed 's|\$lib/|%lib%\\\\|g; s|:|;|g')
  sed -i "s|@CLASS_PATH@|$jars|" "$1/obnova-host.cmd"
  sed -i 's/$/\r/' "$1"/*.cmd
  node "$here/manifests.js" windows "$1/manifests" '..\bin\obnova-host.cmd' "$(cat "$extension/extension-id")"
  clamp "$1"
}

make_mac_inputs() { # FOLDER
  mkdir -p "$1/root"
  cp -a "$here/mac/." "$1/"
  node "$here/manifests.js" mac "$1/root" '/Library/Application Support/Obnova/bin/obnova-host' "$(cat "$extension/extension-id")" >"$1/places"
  clamp "$1"
}
