"""Same input, same bytes: in two processes, with any number of threads, also of several forums that share teams."""

import os
import subprocess
import sys

import pytest

PLANNED = """
import sys
import wgsched.files
from tests.benchmarks.instances import Size, generated
from wgsched.planning import plan
size = {size}
programme = plan(generated(size, "bytes", "bytes"), workers={workers})
assert programme.finding.reproducible
sys.stdout.buffer.write(wgsched.files.programme_to_json(programme))
"""

SIZES = (
    "Size(5, 25)",
    "Size(4, 24, forums=3, teams=3, delegations=4)",
    "Size(3, 21, forums=3, teams=2, load=0.95)",
)


def planned(size: str, workers: int) -> bytes:
    """Return the file of a programme that a process of its own has planned, with a hash seed of its own."""
    return subprocess.run(
        [sys.executable, "-c", PLANNED.format(size=size, workers=workers)],
        env={**os.environ, "PYTHONHASHSEED": str(workers)},
        capture_output=True,
        check=True,
    ).stdout


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
def test_processes_with_one_two_and_eight_threads_give_the_same_bytes(size):
    one, two, eight = (planned(size, workers) for workers in (1, 2, 8))
    assert len(one) > 5_000
    assert one == two == eight
