#!/bin/sh
# Обнова: настройка компьютера для сервиса «#SERVICE#».
#
# Файл делает то же, что «Настроить компьютер» на странице настройки и obnova-host workstation install:
#   - говорит браузерам, где приложение Обнова;
#   - добавляет корневые сертификаты сервиса (их отпечатки стоят ниже);
#   - с --system настраивает правила браузеров и сертификаты для всех пользователей.
# Паролей и ключей в файле нет. Чужие настройки он не меняет: где они мешают, он об этом скажет.
# Запускать его можно повторно.
#
#   sh #NAME#                для вас, без прав администратора
#   sudo sh #NAME# --system  для всех пользователей
#   --dry-run   только показать, что будет сделано
#   --undo      убрать то, что добавил этот файл
#   --root DIR  настроить систему в папке DIR (образ диска)
set -eu

root= scope=user dry= undo= status=0
while [ $# -gt 0 ]; do
  case $1 in
    --system) scope=system ;;
    --dry-run) dry=1 ;;
    --undo) undo=1 ;;
    --root) root=${2%/}; shift ;;
    *) echo "Непонятный параметр: $1" >&2; exit 2 ;;
  esac
  shift
done
if [ "$scope" = user ]; then launcher=#LAUNCHER#; else launcher=#PACKAGED#; fi
home=$root$HOME
case ${XDG_CONFIG_HOME:-} in /*) config=$root$XDG_CONFIG_HOME ;; *) config=$home/.config ;; esac
case ${XDG_DATA_HOME:-} in /*) data=$root$XDG_DATA_HOME ;; *) data=$home/.local/share ;; esac
case ${XDG_STATE_HOME:-} in /*) state=$root$XDG_STATE_HOME ;; *) state=$home/.local/state ;; esac
if [ "$scope" = user ]; then umask 077; else umask 022; state=$root/var/lib; fi
if [ "$scope$root$dry" = system ] && [ "$(id -u)" -ne 0 ]; then
  echo "Нужны права администратора. Выполните: sudo sh '$0' --system${undo:+ --undo}" >&2
  exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '%s\n' "$1"; }
fail() { printf '%s\n' "$1" >&2; status=1; }
is_there() { for each; do [ -e "$each" ] && return 0; done; return 1; }

# Что добавил этот файл: только это убирает --undo.
notes=$state/obnova/workstation.json.setup
tab=$(printf '\t')
is_noted() { [ -f "$notes" ] && grep -qxF -- "$1" "$notes"; }
note() {
  is_noted "$1" || { mkdir -p "$state/obnova" && printf '%s\n' "$1" >>"$notes"; }
}
forget() {
  [ -f "$notes" ] || return 0
  grep -vxF -- "$1" "$notes" >"$work/notes" || :
  if [ -s "$work/notes" ]; then cat "$work/notes" >"$notes"; else rm -f "$notes"; rmdir "$state/obnova" 2>/dev/null || :; fi
}

# put FILE: пишет файл, если его нет; чужой файл не трогает.
put() {
  cat >"$work/new"
  if [ -n "$undo" ]; then
    if [ -f "$1" ] && cmp -s "$work/new" "$1"; then
      if is_noted "file$tab$1"; then
        say "удаляется: $1"
        [ -n "$dry" ] || { rm -f "$1"; forget "file$tab$1"; leave "$(dirname "$1")"; }
      else
        say "остаётся, его добавил не этот файл: $1"
      fi
    fi
  elif [ -f "$1" ] && cmp -s "$work/new" "$1"; then
    say "уже есть: $1"
  elif [ -e "$1" ]; then
    fail "не изменён, в нём уже что-то задано: $1"
  else
    say "создаётся: $1"
    [ -n "$dry" ] || { enter "$(dirname "$1")"; cp "$work/new" "$1.new"; mv "$1.new" "$1"; note "file$tab$1"; }
  fi
}
# enter FOLDER, leave FOLDER: папки, которые сделал этот файл, потом убираются, если они пусты.
enter() {
  [ -d "$1" ] || { enter "$(dirname "$1")"; mkdir "$1"; note "folder$tab$1"; }
}
leave() {
  if is_noted "folder$tab$1" && rmdir "$1" 2>/dev/null; then forget "folder$tab$1"; leave "$(dirname "$1")"; fi
}

# if_host FILE: говорит браузеру, где приложение; старый файл Обновы заменяет.
if_host() {
  sed "s|@HOME@|$(printf '%s' "$HOME" | sed 's/[\\&|]/\\&/g')|" >"$work/manifest"
  if [ -z "$undo" ] && [ ! -x "$root$launcher" ]; then
    fail "Приложение Обнова не установлено ($launcher): сначала установите его."
    return 0
  fi
  if [ -z "$undo$dry" ] && [ -f "$1" ]; then
    cmp -s "$work/manifest" "$1" || { say "заменяется: $1"; rm -f "$1"; }
  fi
  put "$1" <"$work/manifest"
}

# put_policy FILE: правила браузера; если администратор задал хотя бы одно из них, их нужно объединить вручную.
put_policy() {
  cat >"$work/policy"
  for other in "$(dirname "$1")"/*.json; do
    if [ -z "$undo" ] && [ -f "$other" ] && [ "$other" != "$1" ] &&
      grep -qE '"(ExtensionSettings|NativeMessagingAllowlist|AutoSelectCertificateForUrls)"' "$other"; then
      fail "Правила уже задал администратор: $other. Добавьте в этот файл:"
      cat "$work/policy" >&2
      return 0
    fi
  done
  put "$1" <"$work/policy"
}
put_alone() {
  cat >"$work/policy"
  if [ -z "$undo" ] && [ -f "$1" ] && ! cmp -s "$work/policy" "$1"; then
    fail "Правила уже задал администратор: $1. Добавьте в этот файл:"
    cat "$work/policy" >&2
    return 0
  fi
  put "$1" <"$work/policy"
}

# trust_nss NAME: доверять сертификату в браузерах этого пользователя.
trust_nss() {
  cat >"$work/root.pem"
  if ! command -v certutil >/dev/null; then
    fail "Нет программы certutil: установите пакет libnss3-tools (или nss-tools) и запустите файл снова."
    return 0
  fi
  found=
  for database in "$home/.pki/nssdb" "$data/pki/nssdb" "$home"/.mozilla/firefox/* "$config"/mozilla/firefox/* \
    "$home"/snap/*/current/.pki/nssdb "$home"/snap/firefox/common/.mozilla/firefox/* \
    "$home"/.var/app/*/.pki/nssdb "$home"/.var/app/*/data/pki/nssdb \
    "$home"/.var/app/org.mozilla.firefox/.mozilla/firefox/*; do
    [ -f "$database/cert9.db" ] || continue
    found="$found $database"
    trust_in "$database" "$1"
  done
  case $found in *pki/nssdb*) return 0 ;; esac
  if [ -z "$undo" ] && uses_chromium; then
    [ -n "$dry" ] || { mkdir -p "$home/.pki/nssdb"; certutil -d "sql:$home/.pki/nssdb" -N --empty-password; }
    trust_in "$home/.pki/nssdb" "$1"
  fi
}
# trust_in DATABASE NAME: то, что человек решил об этом сертификате сам, остаётся.
trust_in() {
  wanted=$(body <"$work/root.pem")
  if [ -n "$undo" ]; then
    is_noted "nss$tab$1$tab$2" || return 0
    if [ "$(certutil -d "sql:$1" -L -n "$2" -a 2>/dev/null </dev/null | body)" != "$wanted" ]; then
      say "остаётся, под этим именем уже другие сертификаты: $2 ($1)"
      return 0
    fi
    say "доверие снимается: $2 ($1)"
    [ -n "$dry" ] || ! certutil -d "sql:$1" -D -n "$2" 2>/dev/null </dev/null || forget "nss$tab$1$tab$2"
    return 0
  fi
  trust=$(trust_now "$1")
  case $trust in
    '')
      say "доверие: $2 ($1)"
      if [ -n "$dry" ]; then
        :
      elif certutil -d "sql:$1" -A -t C,, -n "$2" -i "$work/root.pem" </dev/null; then
        note "nss$tab$1$tab$2"
      else
        fail "Не удалось добавить сертификат в $1: возможно, у браузера задан основной пароль."
      fi
      ;;
    *C*,*,*) say "уже есть: $2 ($1)" ;;
    *) fail "не изменено, сертификат уже есть, и сайтам с ним вы не доверяете: $2 ($1)" ;;
  esac
}
# trust_now DATABASE: какое доверие уже задано сертификату, под каким бы именем он ни был.
trust_now() {
  [ -f "$1/cert9.db" ] || return 0
  certutil -d "sql:$1" -L 2>/dev/null </dev/null | sed -n 's/^\(.*[^ ]\)  *\([A-Za-z]*,[A-Za-z]*,[A-Za-z]*\) *$/\2 \1/p' |
    while read -r trust name; do
      case $(certutil -d "sql:$1" -L -n "$name" -a 2>/dev/null </dev/null | body) in
        *"$wanted"*) printf '%s\n' "$trust"; break ;;
      esac
    done
}
body() { tr -d ' \r\n'; }
uses_chromium() { is_there "$root"/usr/bin/*chrom* "$root"/usr/bin/*browser* "$root"/usr/bin/microsoft-edge* "$root"/usr/bin/vivaldi* "$root"/usr/bin/opera*; }

# trust_system NAME: доверять сертификату во всей системе.
trust_system() {
  cat >"$work/root.pem"
  if [ -x "$root/usr/bin/update-ca-trust" ]; then
    put "$root/etc/pki/ca-trust/source/anchors/$1.pem" <"$work/root.pem"
    [ -n "$dry" ] || "$root/usr/bin/update-ca-trust" extract
  elif [ -x "$root/usr/sbin/update-ca-certificates" ]; then
    put "$root/usr/local/share/ca-certificates/$1.crt" <"$work/root.pem"
    set -- "$root/usr/sbin/update-ca-certificates"
    [ -z "$root" ] || set -- "$@" --certsconf "$root/etc/ca-certificates.conf" --certsdir "$root/usr/share/ca-certificates" \
      --localcertsdir "$root/usr/local/share/ca-certificates" --etccertsdir "$root/etc/ssl/certs" --hooksdir "$root/etc/ca-certificates/update.d"
    [ -z "$undo" ] || set -- "$@" --fresh
    [ -n "$dry" ] || "$@" >/dev/null
  else
    fail "Не найдена программа, которая собирает сертификаты системы (update-ca-certificates)."
  fi
}

#LINES#

for_$scope
if [ "$status" = 0 ]; then
  say "Готово. Закройте и откройте браузеры."
else
  say "Сделано не всё: см. сообщения выше." >&2
fi
exit $status
