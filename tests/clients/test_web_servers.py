"""The how-to's configurations, word for word, in the web servers that they are for."""

import gzip
import http.client
import itertools
import os
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wgsched.publishing.folder import open_folder

pytestmark = pytest.mark.clients

PAGE = Path(__file__).parents[2] / "docs/how-to/serve-with-a-web-server.md"
MOMENT = datetime(2009, 4, 20, 9, tzinfo=UTC)
FEED = b"BEGIN:VCALENDAR\r\n" + b"SUMMARY:x\r\n" * 500
FILES = {
    "index.html": b"<!doctype html><title>Programme</title>",
    "en/feed.ics": FEED,
    "en/feed.jcal": b'["vcalendar", [], []]',
    "restricted/k3v9q2mfz7/roster.ics": FEED,
}
NGINX = """
daemon off; worker_processes 2; error_log {work}/error.log; pid {work}/pid; {user}
events {{ }}
http {{
    access_log {work}/access.log;
    client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
    uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
    {server}
}}
"""
APACHE = """
ServerRoot {work}
PidFile {work}/pid
ErrorLog {work}/error.log
Listen 127.0.0.1:{port}
ServerName localhost
{user}
{modules}
TypesConfig /etc/mime.types
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
{server}
"""
MODULES = "mpm_event authz_core mime dir headers deflate filter alias setenvif"


def published(site, files):
    with open_folder(site) as opened:
        return opened.publish(files, {}, MOMENT)


def block(language, work, port):
    """The first block of that language on the page, moved to where the test is."""
    text = re.search(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[1]
    text = text.replace("/srv/wgsched/site", f"{work}/site").replace("/var/log/apache2", str(work))
    return text.replace("listen 80", f"listen 127.0.0.1:{port}").replace("*:80", f"127.0.0.1:{port}")


def nginx(work, port):
    user = "user nobody nogroup;" if os.geteuid() == 0 else ""
    (work / "conf").write_text(NGINX.format(work=work, user=user, server=block("nginx", work, port)))
    return ["nginx", "-e", f"{work}/error.log", "-p", str(work), "-c", f"{work}/conf"]


def apache(work, port):
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES.split())
    text = APACHE.format(work=work, port=port, user=user, modules=modules, server=block("apache", work, port))
    (work / "conf").write_text(text)
    return ["apache2", "-f", f"{work}/conf", "-D", "FOREGROUND"]


class Client:
    def __init__(self, port, site):
        self.port, self.site = port, site

    def get(self, path, **headers):
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            wire.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            reply = wire.getresponse()
            return reply.status, dict(reply.headers), reply.read()
        finally:
            wire.close()

    def again(self, path, headers, **more):
        return self.get(path, If_None_Match=headers["ETag"], **more)[0]


@contextmanager
def program(command, port, work):
    running = subprocess.Popen(command, env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"})
    try:
        end = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except ConnectionRefusedError:
                log = (work / "error.log").read_text() if (work / "error.log").exists() else ""
                assert running.poll() is None, log
                assert time.monotonic() < end, log
                time.sleep(0.05)
        yield
    finally:
        running.terminate()
        running.wait(60)


@pytest.fixture(params=[nginx, apache], ids=lambda server: server.__name__)
def client(request):
    work = Path(tempfile.mkdtemp(prefix="wgsched-web-"))
    work.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    published(work / "site", FILES)
    try:
        with program(request.param(work, port), port, work):
            yield Client(port, work / "site")
    finally:
        shutil.rmtree(work)


def test_feeds_and_pages_have_their_types_and_headers(client):
    status, headers, body = client.get("/en/feed.ics")
    assert (status, body) == (200, FEED)
    assert headers["Content-Type"].replace(" ", "") == "text/calendar;charset=utf-8"
    assert headers["Cache-Control"] == "public, max-age=60"
    assert headers["Last-Modified"] == "Mon, 20 Apr 2009 09:00:00 GMT"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert client.get("/")[2] == FILES["index.html"]
    assert client.get("/en/feed.jcal")[1]["Content-Type"].startswith("application/calendar+json")


def test_an_unchanged_republication_is_answered_with_304_and_a_changed_one_never_is(client):
    _, headers, _ = client.get("/en/feed.ics")
    assert client.again("/en/feed.ics", headers) == 304
    published(client.site, FILES)
    published(client.site, FILES | {"index.html": b"new"})
    assert client.again("/en/feed.ics", headers) == 304
    assert client.get("/en/feed.ics", If_Modified_Since=headers["Last-Modified"])[0] == 304
    published(client.site, FILES | {"en/feed.ics": FEED.replace(b"x", b"y")})
    assert client.again("/en/feed.ics", headers) == 200
    assert client.get("/en/feed.ics", If_Modified_Since=headers["Last-Modified"])[0] == 200


def test_packed_answers_are_asked_for_again_with_success(client):
    _, headers, body = client.get("/en/feed.ics", Accept_Encoding="gzip")
    assert (headers["Content-Encoding"], gzip.decompress(body)) == ("gzip", FEED)
    assert "Accept-Encoding" in headers["Vary"]
    assert client.again("/en/feed.ics", headers, Accept_Encoding="gzip") == 304
    assert "Content-Encoding" not in client.get("/en/feed.ics")[1]


def test_what_is_not_public_is_not_found(client):
    paths = [
        "/.wgsched/ledger.jsonl",
        "/.wgsched/current/index.html",
        "/%2ewgsched/lock",
        "/restricted/wrong/roster.ics",
    ]
    assert [client.get(path)[0] for path in paths] == [404] * 4
    assert client.get("/restricted/")[0] in (403, 404)


def test_restricted_files_are_not_for_shared_caches_or_search_engines(client):
    _, headers, body = client.get("/restricted/k3v9q2mfz7/roster.ics")
    assert body == FEED
    assert headers["Cache-Control"] == "private, no-cache"
    assert (headers["Referrer-Policy"], headers["X-Robots-Tag"]) == ("no-referrer", "noindex")
    logs = [path.read_text() for path in client.site.parent.glob("*.log")]
    assert not any("k3v9q2mfz7" in log for log in logs)


def test_every_answer_is_whole_while_publications_follow_each_other(client):
    done, wrong, seen = threading.Event(), [], set()

    def read():
        while not done.is_set():
            status, _, body = client.get("/en/feed.ics")
            numbers = set(body.split())
            if (status, len(numbers), len(body)) != (200, 1, 90_000):
                wrong.append((status, numbers, len(body)))
            seen.update(numbers)

    published(client.site, {"en/feed.ics": b"100000000\n" * 9_000})
    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in itertools.islice(itertools.count(100_000_001), 60):
        published(client.site, {"en/feed.ics": b"%d\n" % number * 9_000})
    done.set()
    for reader in readers:
        reader.join(20)
    assert wrong == []
    assert len(seen) > 5
