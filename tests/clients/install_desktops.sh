#!/bin/sh
# Installs the calendar programs that subscribe in `make test-clients`: Evolution's data server and Thunderbird.
# Safe to repeat: what is there is left alone. Needs Debian or a descendant of it, and root (or sudo).
set -eu
export DEBIAN_FRONTEND=noninteractive

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n --preserve-env=DEBIAN_FRONTEND "$@"; fi; }

missing=""
for package in thunderbird evolution-data-server gir1.2-ecal-2.0 python3-gi dbus dbus-daemon; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -z "$missing" ] || {
    as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of words
    as_root apt-get install -y -qq --no-install-recommends $missing
}
