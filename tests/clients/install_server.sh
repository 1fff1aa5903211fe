#!/bin/sh
# Installs the web servers and the load generator that the published folder is tried with. Safe to repeat.
# Nothing is left running: apache2-bin has no service, and nginx's is kept from starting.
set -eu
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n --preserve-env=DEBIAN_FRONTEND,RUNLEVEL "$@"; fi; }

missing=""
for package in nginx-light apache2-bin media-types wrk; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -z "$missing" ] || {
    as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of words
    as_root apt-get install -y -qq --no-install-recommends $missing
}
