#!/bin/sh
# Installs what opens the papers in `make test-clients`: LibreOffice, Chromium with axe-core, and poppler.
# Safe to repeat: what is there is left alone. Needs Debian or a descendant of it, and root (or sudo).
set -eu
cd "$(dirname "$0")/../.."
there=.clients/papers
mkdir -p "$there"
export DEBIAN_FRONTEND=noninteractive

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n --preserve-env=DEBIAN_FRONTEND "$@"; fi; }

missing=""
for pair in \
    :libreoffice-writer-nogui :libreoffice-calc-nogui \
    :chromium :poppler-utils node:nodejs npm:npm \
    :fonts-noto-core :fonts-noto-cjk; do
    program=${pair%%:*}
    package=${pair#*:}
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed && continue
    # Node may have come from elsewhere than the distribution.
    case "$program" in node | npm) command -v "$program" >/dev/null && continue ;; esac
    missing="$missing $package"
done
if [ -n "$missing" ]; then
    as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of words
    as_root apt-get install -y -qq --no-install-recommends $missing
fi

[ -e "$there/node_modules/.installed" ] || {
    npm install --silent --no-audit --no-fund --prefix "$there" axe-core@4
    touch "$there/node_modules/.installed"
}
