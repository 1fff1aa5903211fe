"""Brings languages up to date: ``python -m wgsched.languages [FOLDER CODE...]``, without arguments the six."""

from __future__ import annotations

import sys
from pathlib import Path

from wgsched.languages.registry import WORDINGS
from wgsched.languages.upkeep import bring_up_to_date
from wgsched.model import SIX


def main(arguments: list[str]) -> int:
    """Print the state of each language, and return whether anything is wrong in one."""
    folder, *codes = arguments or [str(WORDINGS), *SIX]
    states = [bring_up_to_date(code, Path(folder)) for code in codes]
    sys.stdout.write("".join(f"{state}\n" for state in states))
    return int(any(state.faults for state in states))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
