"""The ledger without a folder: what its records hold, and what is read from them."""

import hashlib
import json
from dataclasses import replace

import pytest

from tests.feeds.samples import thin
from tests.publishing.traced import AM, PM, entry_of, trace_of
from tests.sessions import at
from wgsched.errors import BadInput, UnknownName
from wgsched.feeds.entries import entries
from wgsched.files import programme_to_json
from wgsched.model import Body, Status, Text
from wgsched.publishing import Ledger, Publication, Reason
from wgsched.publishing.hashchain import append, read_chain
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.ledger import fingerprint
from wgsched.publishing.memory import Memory
from wgsched.publishing.traces import written

FIRST = replace(thin(), status=Status.CIRCULATED)
ADOPTED = replace(thin(), status=Status.ADOPTED)
SILENT = replace(thin(), status=Status.SILENCE, silence_until=at(9, 18))
PAPERS = {"site": None, "papers": ["annex.pdf"], "cancelled": True}
SAID = {"en": ("The room has changed.",), "fr": ("La salle a changé.", "Autre chose.")}


def publication(programme, number=1, **more) -> Publication:
    """Return a publication on the day of its number."""
    mark = fingerprint(programme_to_json(programme))
    reason = Reason.FIRST if number == 1 else Reason.SPEAKERS
    given = Publication(number, at(number, 9), reason, ("en", "fr"), ("all",), PAPERS, SAID, mark, lambda: programme)
    return replace(given, **more)


def memory_of(programme, number=1) -> Memory:
    """Return the memory in which every entry was last held by this publication."""
    return Memory({entry.uid: trace_of(entry, number) for entry in entries(programme)})


def records_of(*programmes) -> list[dict]:
    """Return the records of programmes published one after another, read back as from a file."""
    records: list[dict] = []
    for number, programme in enumerate(programmes, 1):
        known = publication(programme, number), programme_to_json(programme), memory_of(programme, number)
        records.append(json.loads(json.dumps(Ledger(records).record(*known))))
    return records


# What a record holds


def test_a_record_names_the_publication_and_holds_the_programme_and_what_is_remembered():
    text, memory = programme_to_json(FIRST), memory_of(FIRST)
    assert Ledger().record(publication(FIRST, views=("all", "items")), text, memory) == {
        "publication": 1,
        "moment": "2009-05-01T09:00:00+02:00 Europe/Vienna",
        "reason": "first-publication",
        "status": "circulated",
        "languages": ["en", "fr"],
        "views": ["all", "items"],
        "settings": {"site": None, "papers": ["annex.pdf"], "cancelled": True},
        "changes": {"en": ["The room has changed."], "fr": ["La salle a changé.", "Autre chose."]},
        "entries": {name: written(trace) for name, trace in memory.traces.items()},
        "programme": hashlib.sha256(text).hexdigest(),
        "text": json.loads(text),
    }


def test_a_reason_in_words_is_kept_in_every_language():
    why = Text(en="Flood in the room", fr="Inondation")
    record = Ledger().record(publication(FIRST, reason=why), programme_to_json(FIRST), Memory())
    assert record["reason"] == {"en": "Flood in the room", "fr": "Inondation"}


def test_a_record_can_be_written_as_json():
    record = Ledger().record(publication(FIRST), programme_to_json(FIRST), memory_of(FIRST))
    assert json.loads(json.dumps(record)) == record


def test_the_entries_of_a_record_are_in_order():
    memory = Memory(dict(reversed(memory_of(FIRST).traces.items())))
    record = Ledger().record(publication(FIRST), programme_to_json(FIRST), memory)
    assert list(record["entries"]) == sorted(record["entries"])


def test_only_what_is_new_or_different_about_an_entry_is_recorded_again():
    ledger = Ledger(records_of(FIRST))
    known = ledger.memory.traces
    memory = Memory({**known, AM: replace(known[AM], sequence=1), "new": known[PM]})
    record = ledger.record(publication(ADOPTED, 2), programme_to_json(ADOPTED), memory)
    assert record["entries"] == {AM: written(replace(known[AM], sequence=1)), "new": written(known[PM])}


def test_a_programme_that_was_published_before_is_not_written_again():
    ledger = Ledger(records_of(FIRST, ADOPTED))
    again = ledger.record(publication(FIRST, 3), programme_to_json(FIRST), ledger.memory)
    assert "text" not in again
    assert again["programme"] == fingerprint(programme_to_json(FIRST))


# What is read from records


def test_the_ledger_of_a_folder_is_read_by_its_path_or_its_name(tmp_path):
    layout = FolderLayout(tmp_path)
    layout.records.mkdir()
    chain = read_chain(layout.ledger)
    for record in records_of(FIRST, ADOPTED):
        chain = append(chain, record)
    for folder in (tmp_path, str(tmp_path)):
        assert [each.programme for each in Ledger.read(folder).publications] == [FIRST, ADOPTED]


def test_the_ledger_of_a_folder_never_published_to_is_empty(tmp_path):
    assert len(Ledger.read(tmp_path / "nowhere")) == 0


def test_a_publication_is_read_as_it_was_recorded():
    found = Ledger(records_of(FIRST)).publication(1)
    assert found == publication(FIRST, changes={language: list(lines) for language, lines in SAID.items()})
    assert found.moment.timezone_name == "Europe/Vienna"
    assert type(found.reason) is Reason
    assert found.programme == FIRST


def test_a_reason_in_words_is_read_as_a_text():
    why = Text(en="Flood in the room", fr="Inondation")
    ledger = Ledger([Ledger().record(publication(FIRST, reason=why), programme_to_json(FIRST), Memory())])
    assert ledger.publication(1).reason == why


def test_each_number_is_one_publication():
    ledger = Ledger(records_of(FIRST, ADOPTED, FIRST))
    assert [each.number for each in ledger.publications] == [1, 2, 3]
    assert [each.moment for each in ledger.publications] == [at(1, 9), at(2, 9), at(3, 9)]
    assert [each.programme for each in ledger.publications] == [FIRST, ADOPTED, FIRST]
    assert ledger.last == ledger.publication(3)


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_a_number_that_no_publication_has_is_unknown_and_the_known_ones_are_said(number):
    with pytest.raises(UnknownName) as refused:
        Ledger(records_of(FIRST, ADOPTED)).publication(number)
    assert (refused.value.kind, refused.value.name, refused.value.known) == ("publication", str(number), ("1", "2"))


def test_records_that_are_no_publications_do_not_count():
    issue = {"issue": "Rev.1", "document": "TEST/1"}
    first, second = records_of(FIRST, ADOPTED)
    ledger = Ledger([issue, first, issue, second])
    assert len(ledger) == 2
    assert [each.programme for each in ledger.publications] == [FIRST, ADOPTED]


def test_of_an_empty_ledger_nothing_is_last_and_nothing_remembered():
    ledger = Ledger()
    assert (len(ledger), ledger.last, ledger.publications, ledger.memories) == (0, None, (), ())
    assert ledger.memory == Memory()


def test_a_programme_that_was_published_twice_is_read_once():
    ledger = Ledger(records_of(FIRST, ADOPTED, FIRST))
    assert ledger.programme(3) == FIRST
    assert ledger.programme(1) is ledger.programme(3)
    assert ledger.programme(2) is not ledger.programme(1)


def test_a_programme_that_cannot_be_read_is_named_by_its_publication():
    records = records_of(FIRST, ADOPTED)
    del records[1]["text"]["session"]
    with pytest.raises(BadInput, match="publication 2"):
        Ledger(records).programme(2)


def test_a_programme_in_any_script_comes_back():
    titled = replace(FIRST, session=replace(FIRST.session, body=Body(Text(en="Working Group", zh="资产追回工作组"))))
    assert Ledger(records_of(titled)).programme(1) == titled


def test_of_each_publication_it_is_known_how_far_the_programme_had_come():
    ledger = Ledger(records_of(FIRST, SILENT, ADOPTED))
    assert [ledger.standing(number) for number in (1, 2, 3)] == [
        (Status.CIRCULATED, None),
        (Status.SILENCE, at(9, 18)),
        (Status.ADOPTED, None),
    ]


def test_only_of_a_silence_the_end_is_told():
    late = replace(ADOPTED, silence_until=at(9, 18))
    assert Ledger(records_of(late)).standing(1) == (Status.ADOPTED, None)


def test_what_was_remembered_after_each_publication_stays_known():
    ledger = Ledger(records_of(FIRST, ADOPTED))
    assert ledger.memories == (memory_of(FIRST, 1), memory_of(ADOPTED, 2))
    assert ledger.memory is ledger.memories[1]
    assert ledger.memory.programme(1) == FIRST


def test_an_entry_of_which_nothing_new_was_recorded_is_remembered():
    records = records_of(FIRST, ADOPTED)
    records[1]["entries"] = {AM: records[1]["entries"][AM]}
    after = Ledger(records).memory.traces
    assert after == {**memory_of(FIRST, 1).traces, AM: trace_of(entry_of(ADOPTED, AM), 2)}
    assert set(Ledger(records).memories[0].traces) == set(memory_of(FIRST).traces)


def test_a_programme_is_known_by_the_hash_of_its_bytes():
    assert fingerprint(b"programme") == hashlib.sha256(b"programme").hexdigest()
