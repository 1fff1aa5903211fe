import errno
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wgsched.errors import Fault, LedgerError
from wgsched.publishing import hashchain
from wgsched.publishing.hashchain import REMEDY, SEED, Chain, append, mend, read_chain

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
    ),
    max_leaves=6,
)
RECORDS = st.lists(st.dictionaries(st.text("abcé中"), JSON, max_size=3), max_size=4)


def written(path, *records):
    chain = read_chain(path)
    for record in records:
        chain = append(chain, record)
    return chain


def sealed(previous, record):
    """Return a line as the module's own page describes it."""
    seal = sha256(f"{previous}\n{record}".encode()).hexdigest()
    return f'{{"record": {record}, "previous": "{previous}", "hash": "{seal}"}}\n'


def refusal(path):
    """Return what is said of a file that is not read."""
    with pytest.raises(LedgerError) as refused:
        read_chain(path)
    return refused.value.fault


def whole_again(path, content, chain):
    """Put a file back, and return the chain that was read from it."""
    path.write_bytes(content)
    return chain


def test_a_ledger_that_is_not_there_has_no_records(tmp_path):
    chain = read_chain(tmp_path / "ledger.jsonl")
    assert (chain.entries, chain.hash, chain.size) == ((), SEED, 0)


def test_records_come_back_in_order_and_as_they_were_given(tmp_path):
    path = tmp_path / "ledger.jsonl"
    records = [{"number": 1, "reason": "文件迟发"}, {"number": 2, "lines": "a\nb\u2028c"}]
    chain = written(path, *records)
    again = read_chain(path)
    assert again == chain
    assert [entry.record for entry in again.entries] == records
    assert [entry.number for entry in again.entries] == [1, 2]


@settings(deadline=None, max_examples=40)
@given(records=RECORDS)
def test_any_json_record_comes_back(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("chain") / "ledger.jsonl"
    written(path, *records)
    assert [entry.record for entry in read_chain(path).entries] == records


def test_a_line_is_json_that_people_can_read(tmp_path):
    path = tmp_path / "ledger.jsonl"
    chain = written(path, {"number": 1, "reason": "documents-late", "title": "资产追回"})
    line = path.read_text("utf-8").splitlines()[0]
    assert line.startswith('{"record": {"number": 1, "reason": "documents-late", "title": "资产追回"}, "previous": ')
    assert list(json.loads(line)) == ["record", "previous", "hash"]
    assert json.loads(line)["hash"] == chain.hash


def test_a_line_is_sealed_over_the_seal_before_it_and_its_own_record(tmp_path):
    path = tmp_path / "ledger.jsonl"
    first = sealed(sha256(b"wgsched ledger, form 1").hexdigest(), '{"n": 1}')
    second = sealed(json.loads(first)["hash"], '{"name": "资产"}')
    chain = written(path, {"n": 1}, {"name": "资产"})
    assert path.read_text("utf-8") == first + second
    assert (chain.path, chain.size, chain.torn, chain.unended) == (path, len((first + second).encode()), b"", False)
    assert chain.hash == json.loads(second)["hash"]


def test_the_same_records_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        written(tmp_path / name, {"number": 1}, {"number": 2})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_every_changed_byte_of_a_whole_line_is_found(tmp_path):
    path = tmp_path / "ledger.jsonl"
    written(path, {"n": 1}, {"n": 2}, {"n": 3})
    sound = path.read_bytes()
    for place in range(len(sound) - 1):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        with pytest.raises(LedgerError):
            read_chain(path)


def test_a_changed_record_is_named_by_its_line_with_what_to_do(tmp_path):
    path = tmp_path / "ledger.jsonl"
    written(path, {"n": 1}, {"n": 2}, {"n": 3})
    path.write_bytes(path.read_bytes().replace(b'{"n": 2}', b'{"n": 7}'))
    fault = refusal(path)
    assert fault == Fault("this record was changed after it was written", file=str(path), line=2, hint=REMEDY)
    assert "from a backup" in str(fault)


@pytest.mark.parametrize("order", [(0, 2), (1, 0, 2), (1, 2), (0, 0, 1, 2)])
def test_lines_lost_moved_or_doubled_are_found(tmp_path, order):
    path = tmp_path / "ledger.jsonl"
    written(path, {"n": 1}, {"n": 2}, {"n": 3})
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[index] for index in order))
    moved = "this record does not follow the one before it: a line was changed, lost or moved"
    assert refusal(path).message == moved


NO_RECORD = [
    pytest.param(lambda _: "hello\n", id="anything"),
    pytest.param(lambda _: "hello", id="anything without a line feed"),
    pytest.param(lambda line: line[1:], id="no beginning"),
    pytest.param(lambda line: line[1:-1], id="neither a beginning nor a line feed"),
    pytest.param(lambda line: line.replace('"record"', '"Record"'), id="another head"),
    pytest.param(lambda line: line.replace('"previous"', '"Previous"'), id="another word in it"),
    pytest.param(lambda line: line.replace("}\n", "} \n"), id="more at its end"),
]


@pytest.mark.parametrize("change", NO_RECORD)
def test_a_line_that_is_no_record_is_refused(tmp_path, change):
    path = tmp_path / "ledger.jsonl"
    seal = written(path, {"n": 1}).hash
    with path.open("a") as file:
        file.write(change(sealed(seal, '{"n": 2}')))
    assert refusal(path) == Fault("this line is not a record", file=str(path), line=2, hint=REMEDY)


def test_a_line_that_seals_no_record_at_all_is_refused(tmp_path):
    path = tmp_path / "ledger.jsonl"
    path.write_text(sealed(SEED, ""))
    assert refusal(path).message == "this line is not a record"


def test_a_record_cut_off_at_any_byte_is_told_from_damage_and_dropped(tmp_path):
    path = tmp_path / "ledger.jsonl"
    first = written(path, {"n": 1})
    written(path, {"n": 2, "text": "资产"})
    whole = path.read_bytes()
    for cut in range(first.size + 1, len(whole) - 1):
        path.write_bytes(whole[:cut])
        chain = read_chain(path)
        assert (chain.entries, chain.torn) == (first.entries, whole[first.size : cut])
        assert mend(chain) == first
        assert path.read_bytes() == whole[: first.size]


def test_a_record_that_lacks_only_its_line_feed_counts(tmp_path):
    path = tmp_path / "ledger.jsonl"
    chain = written(path, {"n": 1}, {"n": 2})
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    unended = read_chain(path)
    assert unended.entries == chain.entries
    assert mend(unended) == chain
    assert path.read_bytes() == whole


def test_a_changed_last_record_is_damage_even_without_its_line_feed(tmp_path):
    path = tmp_path / "ledger.jsonl"
    written(path, {"n": 1})
    path.write_bytes(path.read_bytes().replace(b'"n": 1', b'"n": 7')[:-1])
    with pytest.raises(LedgerError, match=":1: this record was changed"):
        read_chain(path)


def test_what_is_left_of_a_record_is_taken_away_before_the_next_is_added(tmp_path):
    path = tmp_path / "ledger.jsonl"
    whole = written(path, {"n": 1}, {"n": 2})
    sound = path.read_bytes()
    path.write_bytes(sound + b'{"record": {"n"')
    assert append(read_chain(path), {"n": 3}) == written(path) == append(whole_again(path, sound, whole), {"n": 3})


def test_a_record_without_its_line_feed_is_ended_before_the_next_is_added(tmp_path):
    path = tmp_path / "ledger.jsonl"
    whole = written(path, {"n": 1}, {"n": 2})
    sound = path.read_bytes()
    path.write_bytes(sound[:-1])
    assert append(read_chain(path), {"n": 3}) == written(path) == append(whole_again(path, sound, whole), {"n": 3})


def test_a_sound_ledger_is_not_mended(tmp_path, monkeypatch):
    chain = written(tmp_path / "ledger.jsonl", {"n": 1})
    monkeypatch.setattr(hashchain, "_add", lambda *_: pytest.fail("written to"))
    assert mend(chain) is chain


def test_a_ledger_that_grew_since_it_was_read_is_not_added_to(tmp_path):
    path = tmp_path / "ledger.jsonl"
    chain = written(path, {"n": 1})
    written(path, {"n": 2})
    before = path.read_bytes()
    with pytest.raises(LedgerError) as refused:
        append(chain, {"n": 3})
    assert refused.value.fault == Fault("has changed since it was read", file=str(path), hint="Nothing was written.")
    assert path.read_bytes() == before


def test_a_record_that_is_not_json_is_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "ledger.jsonl"
    chain = written(path, {"n": 1})
    with pytest.raises(ValueError, match="JSON"):
        append(chain, {"n": float("nan")})
    assert read_chain(path) == chain


def test_the_ledger_is_not_readable_for_others(tmp_path):
    path = tmp_path / "ledger.jsonl"
    mask = os.umask(0)
    try:
        written(path, {"n": 1})
    finally:
        os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o660


# What a disk may do


def test_a_disk_that_takes_a_line_in_pieces_gets_all_of_it(tmp_path, monkeypatch):
    write, pieces = os.write, []

    def a_little(handle, content):
        pieces.append(write(handle, content[:50]))
        return pieces[-1]

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", a_little)
        chain = written(tmp_path / "ledger.jsonl", {"n": 1})
    assert (len(pieces), sum(pieces)) == (-(-chain.size // 50), chain.size)
    assert read_chain(tmp_path / "ledger.jsonl") == chain


@pytest.mark.parametrize("step", ["write", "fsync"])
def test_a_disk_that_refuses_leaves_the_file_as_it_was(tmp_path, monkeypatch, step):
    path = tmp_path / "ledger.jsonl"
    chain, write = written(path, {"n": 1}), os.write
    before = path.read_bytes()

    def full(handle, *content):
        if content:
            write(handle, content[0][:7])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, full)
        with pytest.raises(OSError, match="No space left"):
            append(chain, {"n": 2})
    assert path.read_bytes() == before
    assert append(chain, {"n": 2}) == read_chain(path)


@pytest.fixture
def awaited(monkeypatch):
    """List what is waited for: the size of a file that is on the disk itself, or the name of a folder."""
    found = []
    monkeypatch.setattr(os, "fsync", lambda handle: found.append(os.fstat(handle).st_size))
    monkeypatch.setattr(hashchain, "sync", lambda path: found.append(path.name))
    return found


def test_a_record_is_on_the_disk_itself_when_it_counts_and_so_is_a_new_file(tmp_path, awaited):
    (tmp_path / "state").mkdir()
    first = append(Chain(tmp_path / "state" / "ledger.jsonl"), {"n": 1})
    second = append(first, {"n": 2})
    assert awaited == [first.size, "state", second.size]


def test_what_is_taken_away_is_gone_from_the_disk_itself(tmp_path, awaited):
    path = tmp_path / "ledger.jsonl"
    path.write_text(sealed(SEED, '{"n": 1}') + '{"record"')
    chain = mend(read_chain(path))
    assert (awaited, chain.torn) == ([chain.size], b"")


def test_no_file_is_left_open(tmp_path):
    path = tmp_path / "ledger.jsonl"
    chain = written(path, {"n": 1})
    before = sorted(Path("/dev/fd").iterdir())
    append(chain, {"n": 2})
    with pytest.raises(LedgerError):
        append(chain, {"n": 3})
    assert sorted(Path("/dev/fd").iterdir()) == before
