import io
import threading
from datetime import UTC, datetime

import pytest
from serving import FILES, Running

from wgsched.publishing.folder import open_folder
from wgsched.publishing.server import ServerLimits, serve


@pytest.fixture
def site(tmp_path):
    with open_folder(tmp_path / "site") as opened:
        opened.publish(FILES, {"number": 1}, datetime(2009, 4, 20, 9, tzinfo=UTC))
    return tmp_path / "site"


@pytest.fixture
def run(site):
    """Start a server with the given limits and log; it is stopped at the test's end."""
    started = []

    def start(*, log=None, **limits):
        log = log or io.StringIO()
        stop, known = threading.Event(), threading.Event()
        address = []

        def ready(host, port):
            address.extend((host, port))
            known.set()

        def work():
            serve(site, port=0, log=log, limits=ServerLimits(**limits), ready=ready, stop=stop)

        thread = threading.Thread(target=work)
        thread.start()
        assert known.wait(60)
        started.append(Running((address[0], address[1]), site, log, stop, thread))
        return started[-1]

    yield start
    for running in started:
        running.end()


@pytest.fixture
def server(run):
    return run()
