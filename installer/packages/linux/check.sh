# Where /opt may not be executed from, or a library is missing, a browser would only say that the host was not found.
check_start() {
  said=$(timeout 60 /opt/obnova/bin/obnova-host --version 2>&1 </dev/null) ||
    printf 'obnova: the program does not start here, browsers will not find it: %s\n' "$said" >&2
}
