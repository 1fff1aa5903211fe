"""A calendar for the terminal; it forgets UIDs, so events are told apart by their SUMMARY, which repeats the UID."""

import subprocess
import tempfile
from pathlib import Path

from _reader import report

ZONE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
SHOWN = "%(start:epoch) %(end:epoch) %m\\n"


class Instant:
    def __init__(self, seconds):
        self.seconds = seconds

    def timestamp(self):
        return int(self.seconds)


def read(octets):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "feed.ics"
        file.write_bytes(octets)
        home = {**ZONE, "HOME": folder}
        subprocess.run(["calcurse", "-q", "-D", folder, "-i", file], check=True, capture_output=True, env=home)
        query = ["calcurse", "-q", "-D", folder, "-Q", "--from", "12/01/2023", "--to", "02/01/2031"]
        filters = ["--filter-type", "apt", "--format-apt", SHOWN]
        shown = subprocess.run([*query, *filters], check=True, capture_output=True, text=True, env=home).stdout
    for line in shown.splitlines():
        opens, *others = line.split(" ")
        if opens.isdigit():
            closes, uid = others
            yield uid, Instant(opens), Instant(closes)


report(read)
