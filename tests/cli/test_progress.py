"""What a terminal shows while planning goes on, in words."""

import pytest

from wgsched.cli.progress import line, watching
from wgsched.planning import Progress, Stage


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(None, 0, 1.25, stage=Stage.FIRST), "Planning: looking for a first programme, 1.2 s"),
        (Progress(None, 0, 8.0, stage=Stage.EXPLAINING), "Planning: finding out why there is no programme, 8.0 s"),
        (
            Progress(200, 150, 3.0),
            "Planning: proving; cost 200, at best 150, gap 25 %, 3.0 s; Ctrl-C keeps the best so far",
        ),
        (
            Progress(0, 0, 3.0, moved=2),
            "Planning: proving; 2 moved, cost 0, at best 0, gap 0 %, 3.0 s; Ctrl-C keeps the best so far",
        ),
    ],
)
def test_progress_is_told_in_one_line(progress, words):
    assert line(progress) == words


def test_in_a_pipe_nothing_watches():
    with watching() as report:
        assert report is None
