# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Obnova authors
# SPDX-License-Identifier: Apache-2.0

# What the scripts need of the machine: packages, a JDK 25, a display.

# Debian's packages. With "=PROGRAM" a package is wanted only where no such program is, whoever brought it.
build_packages=(maven=mvn openssl=openssl libengine-gost-openssl jq=jq nodejs=node npm=npm)
# Makes the packages, and roots to try them in.
package_packages=(fakeroot=fakeroot binutils=objcopy dpkg-dev=dpkg-shlibdeps rpm=rpmbuild cpio=cpio xz-utils=xz util-linux=unshare unzip=unzip
  libxml2-utils=xmllint wixl=wixl msitools=msiinfo debootstrap=debootstrap)
screen_packages=(xvfb=Xvfb xdotool=xdotool x11-utils=xev imagemagick=import fonts-dejavu-core libxi6 libxtst6 libxrender1)
browser_packages=(chromium=chromium chromium-driver=chromedriver libnss3-tools=certutil)
# Its interface in Russian, too. There is no geckodriver among Debian's packages, and none is needed.
firefox_packages=(firefox-esr=firefox-esr firefox-esr-l10n-ru)
# Draw and read passports of nobody.
recognition_packages=(fonts-ocr-b fonts-paratype tesseract-ocr=tesseract tesseract-ocr-rus)
# The test token is made of C; pkcs11-tool looks at it.
token_packages=(gcc=gcc libc6-dev libssl-dev libp11-kit-dev opensc=pkcs11-tool)
# Look at printed documents as other programs do; convert photos of phones.
document_packages=(poppler-utils=pdftotext qpdf=qpdf libheif-examples=heif-convert)
# The other database of the demo server, started by the tests themselves.
database_packages=(postgresql)
# Reads the demo server's figures as another program does.
watch_packages=(python3=python3 python3-prometheus-client)
# Kills processes at system calls of the tester's choice.
trace_packages=(strace=strace)
# PKCS#11 modules of others (SoftHSM, p11-kit's remoting, a TPM simulator) and a store of passwords, for tests.
peer_packages=(softhsm2=softhsm2-util p11-kit=p11-kit p11-kit-modules swtpm=swtpm tpm2-abrmd=tpm2-abrmd libtpm2-pkcs11-1
  libtpm2-pkcs11-tools=tpm2_ptool libtss2-tcti-swtpm0 libtss2-tcti-tabrmd0 gnome-keyring=gnome-keyring-daemon
  libsecret-tools=secret-tool dbus=dbus-daemon opencryptoki=pkcsslotd util-linux=nsenter)
# Drives made of files: exFAT and FAT where the kernel has neither.
drive_packages=(exfat-fuse=mount.exfat-fuse exfatprogs=mkfs.exfat fusefat=fusefat dosfstools=mkfs.vfat util-linux=unshare mount=losetup)
# Reads windows as a screen reader does.
accessibility_packages=(dbus at-spi2-core python3-gi gir1.2-atspi-2.0 libatk-wrapper-java libatk-wrapper-java-jni)

stop() {
  printf '%s\n' "$@" >&2
  exit 69
}

is_installed() {
  case $1 in
    *=*) command -v "${1#*=}" >/dev/null ;;
    *) [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = 'ii ' ] ;;
  esac
}

# install_missing PACKAGE...
install_missing() {
  local package missing=() as_root=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    for package in "$@"; do
      case $package in *=*) is_installed "$package" || missing+=("${package#*=}") ;; esac
    done
    [ ${#missing[@]} -eq 0 ] || stop "Programs are missing: ${missing[*]}" "Install them and start again."
    return 0
  fi
  for package in "$@"; do
    is_installed "$package" || missing+=("${package%%=*}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      stop "Packages are missing, and this user may not install them. Run this once, then start again:" \
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
    fi
  fi
  echo "Installing: ${missing[*]}"
  "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update -q >/dev/null || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends "${missing[@]}" >/dev/null ||
    stop "The packages could not be installed: see the messages above."
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/jlink" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

find_jdk_25() {
  local home java
  java=$(command -v javac || true)
  for home in "${JAVA_HOME:-}" "${java:+$(dirname "$(dirname "$(readlink -f "${java:-/}")")")}" \
    /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

# Exports JAVA_HOME.
use_jdk_25() {
  local home
  if ! home=$(find_jdk_25); then
    # Newer systems have it as a package.
    if command -v apt-cache >/dev/null && [ -n "$(apt-cache search --names-only '^openjdk-25-jdk-headless$')" ]; then
      install_missing openjdk-25-jdk
    fi
    home=$(find_jdk_25) || stop \
      "A JDK 25 is needed, and none was found (looked at JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks)." \
      "Get one at https://adoptium.net/temurin/releases/?version=25 (for Debian and Ubuntu there is a package, temurin-25-jdk:" \
      "https://adoptium.net/installation/linux/), or unpack its archive and name the folder: export JAVA_HOME=/path/to/jdk-25"
  fi
  export JAVA_HOME=$home
  # What the environment tells every Java would also reach the measured and the tested ones.
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
}

# with_display COMMAND...: runs it with DISPLAY on a server of its own, which ends with the script.
with_display() {
  local said
  said=$(mktemp)
  Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3>"$said" 2>/dev/null &
  display_server=$!
  trap 'kill "$display_server" 2>/dev/null || true' EXIT
  until [ -s "$said" ]; do
    kill -0 "$display_server" 2>/dev/null || stop "Xvfb does not start."
    sleep 0.05
  done
  DISPLAY=:$(cat "$said")
  export DISPLAY
  rm -f "$said"
  "$@"
}
