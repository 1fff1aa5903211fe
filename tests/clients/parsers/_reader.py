"""What every Python reader shares: files in, instants out, in seconds since 1970."""

import json
import sys
from pathlib import Path


def report(read):
    """Print, for each file named on the command line, what ``read(octets)`` found: UID, opens, closes."""
    found = {}
    for name in sys.argv[1:]:
        try:
            found[name] = {
                uid: [seconds(opens), seconds(closes)] for uid, opens, closes in read(Path(name).read_bytes())
            }
        except Exception as error:
            found[name] = {"error": f"{type(error).__name__}: {error}"}
    json.dump(found, sys.stdout)


def seconds(moment):
    return round(moment.timestamp())
