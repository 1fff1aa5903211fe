"""What a terminal shows while planning goes on, in words."""

import pytest

from wgsched.cli.progress import line, watching
from wgsched.planning import Progress


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(None, 0, 1.25), "Planning... no programme yet, 1.2 s"),
        (
            Progress(200, 150, 3.0),
            "Planning... cost 200, at best 150, gap 25 %, 3.0 s; Ctrl-C keeps the best so far",
        ),
        (
            Progress(0, 0, 3.0, moved=2),
            "Planning... 2 moved, cost 0, at best 0, gap 0 %, 3.0 s; Ctrl-C keeps the best so far",
        ),
    ],
)
def test_progress_is_told_in_one_line(progress, words):
    assert line(progress) == words


def test_in_a_pipe_nothing_watches():
    with watching() as report:
        assert report is None
