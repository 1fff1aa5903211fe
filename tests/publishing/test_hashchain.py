import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wgsched.errors import LedgerError
from wgsched.publishing.hashchain import SEED, append, mend, read_chain

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
    with pytest.raises(LedgerError) as refused:
        read_chain(path)
    assert refused.value.fault.line == 2
    assert str(refused.value).startswith(
        f"{path}:2: this record was changed after it was written. Nothing was written."
    )
    assert "from a backup" in str(refused.value)


@pytest.mark.parametrize("order", [(0, 2), (1, 0, 2), (1, 2), (0, 0, 1, 2)])
def test_lines_lost_moved_or_doubled_are_found(tmp_path, order):
    path = tmp_path / "ledger.jsonl"
    written(path, {"n": 1}, {"n": 2}, {"n": 3})
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[index] for index in order))
    with pytest.raises(LedgerError, match="does not follow the one before it"):
        read_chain(path)


def test_a_line_that_is_no_record_is_refused(tmp_path):
    path = tmp_path / "ledger.jsonl"
    written(path, {"n": 1})
    with path.open("ab") as file:
        file.write(b"hello")
    with pytest.raises(LedgerError, match=":2: this line is not a record"):
        read_chain(path)


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


def test_a_ledger_that_grew_since_it_was_read_is_not_added_to(tmp_path):
    path = tmp_path / "ledger.jsonl"
    chain = written(path, {"n": 1})
    written(path, {"n": 2})
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="has changed since it was read"):
        append(chain, {"n": 3})
    assert path.read_bytes() == before


def test_a_record_that_is_not_json_is_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "ledger.jsonl"
    chain = written(path, {"n": 1})
    with pytest.raises(ValueError, match="JSON"):
        append(chain, {"n": float("nan")})
    assert read_chain(path) == chain


def test_the_ledger_is_not_readable_for_others(tmp_path):
    path = tmp_path / "ledger.jsonl"
    written(path, {"n": 1})
    assert path.stat().st_mode & 0o007 == 0
