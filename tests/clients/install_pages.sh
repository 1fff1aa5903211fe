#!/bin/sh
# Installs what drives the programme page in `make test-clients`: Chromium, playwright-core and axe-core. Safe to repeat.
set -eu
cd "$(dirname "$0")/../.."
there=.clients/pages
mkdir -p "$there"
export DEBIAN_FRONTEND=noninteractive

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n --preserve-env=DEBIAN_FRONTEND "$@"; fi; }

dpkg-query --show --showformat='${db:Status-Status}' chromium 2>/dev/null | grep -qx installed || {
    as_root apt-get update -qq
    as_root apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fonts-noto-cjk
}
[ -e "$there/node_modules/.installed" ] || {
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --silent --no-audit --no-fund --prefix "$there" playwright-core@1 axe-core@4
    touch "$there/node_modules/.installed"
}
