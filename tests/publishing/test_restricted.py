import re

import pytest

from wgsched.errors import FolderError
from wgsched.publishing.restricted import kept_secret, restricted_path


def test_a_restricted_path_depends_on_the_secret_and_the_name_alone():
    paths = [restricted_path(secret, name) for secret in (b"1" * 32, b"2" * 32) for name in ("a.ics", "b.ics")]
    assert paths == [restricted_path(secret, name) for secret in (b"1" * 32, b"2" * 32) for name in ("a.ics", "b.ics")]
    assert len({path.split("/")[1] for path in paths}) == 4
    assert all(re.fullmatch(r"restricted/[a-z2-7]{32}/[ab]\.ics", path) for path in paths)


def test_a_folder_keeps_its_secret_and_shows_it_to_nobody(tmp_path):
    first = kept_secret(tmp_path / "secret")
    assert kept_secret(tmp_path / "secret") == first
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_a_damaged_secret_is_said_and_not_replaced(tmp_path):
    (tmp_path / "secret").write_bytes(b"short")
    with pytest.raises(FolderError, match=r"was not written by wgsched\. Put it back"):
        kept_secret(tmp_path / "secret")
    assert (tmp_path / "secret").read_bytes() == b"short"


def test_a_secret_is_made_once(tmp_path):
    assert kept_secret(tmp_path / "secret", lambda size: b"x" * size) == b"x" * 32
    assert kept_secret(tmp_path / "secret", lambda size: b"y" * size) == b"x" * 32
