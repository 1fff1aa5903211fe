"""Brings languages up to date: ``python -m wgsched.languages [FOLDER [CODE...]]``, without arguments the six.

A folder alone stands for the languages that are in it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from wgsched.errors import BadInput
from wgsched.languages.registry import WORDINGS
from wgsched.languages.upkeep import bring_up_to_date


def main(arguments: list[str]) -> int:
    """Print the state of each language, and return whether anything is wrong in one."""
    folder = Path(arguments[0]) if arguments else WORDINGS
    wrong = False
    for code in arguments[1:] or sorted(path.stem for path in folder.glob("*.po")):
        try:
            state = bring_up_to_date(code, folder)
        except BadInput as fault:
            sys.stdout.write(f"{fault}\n")
            wrong = True
        else:
            sys.stdout.write(f"{state}\n")
            wrong = wrong or bool(state.faults)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
