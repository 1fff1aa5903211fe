from pathlib import Path

import pytest

from tests.desk.browser import opened

EXAMPLE = Path("examples/asset-recovery-2009.yaml")
ROWS = """
organization:
  Thu am: [1 (a), ~1 (b), ~2 (a) for 150 min]
  Thu pm: [~2 (a) for 30 min, ~2 (b) for 150 min]   # as the bureau asked
  Fri am: [~2 (b) for 180 min]
  Fri pm: [~2 (c) for 120 min, ~3]
"""


@pytest.fixture
def session(tmp_path):
    """The session file of the founding document, with its rows."""
    path = tmp_path / "session.yaml"
    path.write_bytes(EXAMPLE.read_bytes() + ROWS.encode())
    return path


@pytest.fixture
def browser(session):
    with opened(session) as browser:
        yield browser
