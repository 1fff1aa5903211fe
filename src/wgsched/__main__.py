"""``python -m wgsched``: the program, where its script is not on the path."""

import sys

from wgsched.cli import main

sys.exit(main())
