# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0
# A whole renewal with the installed host, which browsers find by the system's manifests alone; takes minutes, so it is only walked when named.
# A part of packages-test.sh; needs the built testkit.
# shellcheck disable=SC2154

cp "$deb" "$work/files/new.deb"
class_path=$(echo "$project"/web-demo/testkit/target/obnova-testkit-*.jar):$(cat "$project/web-demo/testkit/target/dependencies.class-path")
for browser in chromium firefox; do
  new_root "renewal-$browser" "$anna"
  check "$browser: the deb is installed" in_root dpkg -i /run/obnova-test/new.deb
  # The built host is not there: what is walked with is the installed one.
  rm -rf "$root$project/native-host/target/obnova-host"
  mount -t tmpfs tmpfs "$root/mnt"
  check "$browser: a renewal is walked" in_root "${JAVA_HOME:-/usr}/bin/java" "-Dobnova.root=$project" -Dobnova.host.installed=true -cp "$class_path" \
    org.obnova.testkit.DemoWalk /mnt/walk gost256 computer $browser
  check "$browser: OpenSSL takes what came of it" in_root bash "$project/installer/verify.sh" /mnt/walk \
    --container-password-file /mnt/walk/container-password.txt --backup-password-file /mnt/walk/backup-password.txt
  drop_root
done
