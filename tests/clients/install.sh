#!/bin/sh
# Installs the real programs that `make test-clients` runs. Safe to repeat: what is there is left alone.
# Needs Debian or a descendant of it, and root (or sudo). Everything that is not a system package goes into .clients/.
set -eu
cd "$(dirname "$0")/../.."
here=tests/clients
there=.clients
mkdir -p "$there"
export DEBIAN_FRONTEND=noninteractive

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n --preserve-env=DEBIAN_FRONTEND "$@"; fi; }

# Parsers in C, C++, PHP and Ruby; each is an opinion of its own.
system="gir1.2-ical-3.0 python3-gi calcurse php-cli php-sabre-vobject ruby ruby-icalendar
    g++ pkg-config libkf5calendarcore-dev nodejs npm python3-venv tzdata"
missing=""
for package in $system; do
    case "$package" in
        nodejs) command -v node >/dev/null && continue ;;
        npm) command -v npm >/dev/null && continue ;;
    esac
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
if [ -n "$missing" ]; then
    as_root apt-get update -qq
    # shellcheck disable=SC2086  # a list of words
    as_root apt-get install -y -qq --no-install-recommends $missing
fi

# Python parsers stay out of the project's own environment, and each in one of its own: their dependencies disagree.
python=.venv/bin/python
[ -x "$python" ] || python=python3
for parser in recurring-ical-events vobject ics ical khal vdirsyncer radicale xandikos; do
    [ -x "$there/$parser/bin/python" ] || "$python" -m venv "$there/$parser"
    [ -e "$there/$parser/.installed" ] || {
        also=""
        [ "$parser" != vdirsyncer ] || also=icalendar # it splits a feed and leaves the reading to others
        # shellcheck disable=SC2086  # nothing, or one word
        "$there/$parser/bin/python" -m pip install --quiet --disable-pip-version-check "$parser" $also
        touch "$there/$parser/.installed"
    }
done

[ -e "$there/node_modules/.installed" ] || {
    npm install --silent --no-audit --no-fund --prefix "$there" ical.js node-ical ts-ics
    touch "$there/node_modules/.installed"
}

reader=$there/bin/read_kcalendarcore
source=$here/parsers/read_kcalendarcore.cpp
[ "$reader" -nt "$source" ] || {
    mkdir -p "$there/bin"
    # shellcheck disable=SC2046  # a list of words
    g++ -O1 -fPIC -std=c++17 "$source" -o "$reader" $(pkg-config --cflags --libs KF5CalendarCore Qt5Core Qt5Gui)
}

for more in install_papers install_server install_desktops install_pages; do
    [ ! -f "$here/$more.sh" ] || sh "$here/$more.sh"
done
