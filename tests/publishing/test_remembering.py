from dataclasses import replace

import pytest

from tests.feeds.samples import full, thin
from tests.publishing.traced import AM, by_uid, entry_of, trace_of
from tests.sessions import at
from wgsched.feeds.entries import entries
from wgsched.model import Consideration, Status
from wgsched.publishing.amending import amend
from wgsched.publishing.memory import Memory, Stamp, place_of, rows_of
from wgsched.publishing.remembering import completed, follow, remember

ITEM = "item.2c.1@test.wgsched"


def texts(found, text="text", **other):
    """Return the fingerprints of entries in two languages; what is given by language is said otherwise there."""
    return {language: {entry.uid: other.get(language, text) for entry in found} for language in ("en", "fr")}


NOTHING = {"en": {}, "fr": {}}


def grown(memory, programme, number, said=NOTHING, **other):
    """Return the memory after one more publication, on the day of its number."""
    found = completed(memory, programme)
    after = remember(memory, found, texts(found, **other), said, number, at(number, 9))
    return replace(after, programme=lambda asked: programme if asked == number else memory.programme(asked))


def chain(*programmes):
    """Return the memory after publishing programmes one after another."""
    memory = Memory()
    for number, programme in enumerate(programmes, 1):
        memory = grown(memory, programme, number)
    return memory


def taking(*meetings, instalment="2a"):
    """Return the programme of a session that takes up one instalment only, in these meetings."""
    return replace(thin(), considerations=tuple(Consideration(instalment, key) for key in meetings))


def parts(memory, programme):
    """Return which part each row of the one instalment is, by meeting."""
    return {meeting: part for (_, meeting), part in follow(memory, programme).items()}


# Which row goes on as which


def test_the_parts_of_a_first_publication_are_counted_in_order_of_time():
    assert follow(Memory(), thin()) == {
        ("1a", "14-am"): 1,
        ("1b", "14-am"): 1,
        ("2a", "14-am"): 1,
        ("2a", "14-pm"): 2,
        ("2b", "14-pm"): 1,
        ("2b", "15-am"): 2,
        ("2c", "15-pm"): 1,
        ("3", "15-pm"): 1,
    }


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        pytest.param([["15-am"]], ["14-pm", "15-am"], {"14-pm": 2, "15-am": 1}, id="an earlier row is a new part"),
        pytest.param([["14-am", "15-am"]], ["15-am"], {"15-am": 2}, id="a row that stays is the part it was"),
        pytest.param([["14-am"]], ["15-am"], {"15-am": 1}, id="a row that moves stays the same part"),
        pytest.param([["14-am", "15-am"]], ["14-pm", "15-am"], {"14-pm": 1, "15-am": 2}, id="only one has moved"),
        pytest.param(
            [["14-am", "14-pm"]], ["15-am", "15-pm"], {"15-am": 1, "15-pm": 2}, id="two that move keep their order"
        ),
        pytest.param(
            [["14-am", "15-am"], ["15-am"]],
            ["14-am", "15-am"],
            {"14-am": 1, "15-am": 2},
            id="a part given up is taken up again where it was",
        ),
        pytest.param(
            [["14-am", "15-am"], ["15-am"]],
            ["15-am", "15-pm"],
            {"15-am": 2, "15-pm": 1},
            id="a part given up is taken up again elsewhere before a new one is made",
        ),
        pytest.param(
            [["14-am", "14-pm"], ["14-pm"]],
            ["15-am"],
            {"15-am": 2},
            id="a row that is nowhere any more comes before a part given up",
        ),
        pytest.param(
            [["14-am", "14-pm"], ["14-pm"]],
            ["15-am", "15-pm", "14-am"],
            {"14-am": 1, "15-am": 2, "15-pm": 3},
            id="what is left over is new, counted on from the highest",
        ),
    ],
)
def test_a_row_goes_on_as_the_part_it_was(before, now, found):
    assert parts(chain(*(taking(*meetings) for meetings in before)), taking(*now)) == found


def test_where_a_part_was_given_up_and_another_is_held_the_one_that_is_held_goes_on():
    """First 1 and 2; then 1 is given up, and 2 moves to where 1 was."""
    memory = chain(taking("14-am", "14-pm"), taking("14-pm"), taking("15-am"), taking("14-am", "15-am"))
    traces = {name: trace for name, trace in memory.traces.items() if name.startswith("item")}
    held, gone = (traces[f"item.2a.{part}@test.wgsched"] for part in (1, 2))
    both = Memory(
        {
            "item.2a.1@test.wgsched": replace(gone, part=("2a", "14-am", 1), status="CANCELLED"),
            "item.2a.2@test.wgsched": replace(held, part=("2a", "14-am", 2), status="TENTATIVE"),
        }
    )
    assert parts(both, taking("14-am")) == {"14-am": 2}
    assert parts(both, taking("14-am", "14-pm")) == {"14-am": 2, "14-pm": 1}


def test_the_order_in_which_parts_are_remembered_does_not_matter():
    """Both parts of an instalment sat in the same hour and are gone: the lower number goes on first."""
    first, second = (
        trace_of(entry_of(taking("14-am"), "item.2a.1@test.wgsched"), part=("2a", meeting, number))
        for meeting, number in (("14-am", 1), ("14-am-committee", 2))
    )
    for traces in ({"1": first, "2": second}, {"2": second, "1": first}):
        assert parts(Memory(traces), taking("14-pm", "15-am")) == {"14-pm": 1, "15-am": 2}


def test_instalments_are_followed_apart():
    assert parts(chain(taking("14-am", "14-pm", instalment="2b")), taking("15-am")) == {"15-am": 1}


def test_what_is_published_goes_on_with_its_parts():
    found = completed(chain(taking("15-am")), taking("14-pm", "15-am"))
    items = {entry.uid: entry.meeting.key for entry in found if entry.kind == "item"}
    assert items == {"item.2a.1@test.wgsched": "15-am", "item.2a.2@test.wgsched": "14-pm"}


def test_what_is_gone_is_in_the_next_publication_and_cancelled():
    found = by_uid(completed(chain(taking("14-am", "14-pm")), taking("14-pm")))
    assert found["item.2a.1@test.wgsched"].cancelled
    assert not found["item.2a.2@test.wgsched"].cancelled


# What is remembered


def test_all_that_a_first_publication_says_is_remembered():
    memory = grown(Memory(), full(), 1, text="same", fr="même")
    trace, entry = memory.traces["meeting.a@test.wgsched"], entry_of(full(), "meeting.a@test.wgsched")
    assert set(memory.traces) == {entry.uid for entry in entries(full())}
    assert (trace.sequence, trace.window, trace.place) == (0, entry.window, place_of(entry))
    assert (trace.room, trace.status, trace.rows) == ("C1", "TENTATIVE", ("1", "2a"))
    assert (trace.source, trace.part) == (1, None)
    assert trace.stamps == {"en": Stamp("same", at(1, 9)), "fr": Stamp("même", at(1, 9))}


def test_of_an_item_the_part_is_remembered():
    assert chain(thin()).traces["item.2a.2@test.wgsched"].part == ("2a", "14-pm", 2)


def test_what_is_published_again_keeps_all_but_its_source():
    first, second = chain(thin()), chain(thin(), thin())
    assert {trace.source for trace in second.traces.values()} == {2}
    assert {name: replace(trace, source=1) for name, trace in second.traces.items()} == first.traces


def test_a_moved_meeting_counts_up_and_is_stamped_in_every_language():
    after = amend(thin(), "14-am", opens=at(14, 9)).programme
    trace = chain(thin(), after).traces[AM]
    assert (trace.sequence, trace.window.opens) == (1, at(14, 9))
    assert trace.stamps == {language: Stamp("text", at(2, 9), new=False) for language in ("en", "fr")}


def test_the_last_change_is_said_until_the_next_one():
    first = grown(chain(thin()), thin(), 2, {"en": {AM: ("Moved.",)}, "fr": {}})
    assert first.traces[AM].stamps == {
        "en": Stamp("text", at(2, 9), new=False, changes=("Moved.",)),
        "fr": Stamp("text", at(1, 9)),
    }
    second = grown(first, thin(), 3, text="other")
    assert second.traces[AM].stamps["en"] == Stamp("other", at(3, 9), new=False, changes=("Moved.",))
    third = grown(second, thin(), 4, {"en": {AM: ("Room.",)}, "fr": {}}, text="other")
    assert third.traces[AM].stamps["en"] == Stamp("other", at(4, 9), new=False, changes=("Room.",))


def test_what_changes_is_stamped_without_counting_up():
    after = replace(thin(), considerations=thin().considerations[1:])
    trace = grown(chain(thin()), after, 2, {"en": {AM: ("Moved.",)}, "fr": {}}).traces[AM]
    assert (trace.sequence, trace.rows) == (0, ("1b", "2a"))
    assert trace.stamps["en"] == Stamp("text", at(2, 9), new=False, changes=("Moved.",))


def test_moved_twice_the_same_way_it_is_stamped_twice():
    """From 10 to 9, back, and from 10 to 9 again: the sentence is the same, and the count is not."""
    moved = amend(thin(), "14-am", opens=at(14, 9)).programme
    trace = chain(thin(), moved, thin(), moved).traces[AM]
    assert (trace.sequence, trace.stamps["fr"].since) == (3, at(4, 9))


def test_other_words_in_one_language_are_stamped_in_that_language_alone():
    memory = grown(chain(thin()), thin(), 2, fr="autre")
    assert memory.traces[AM].stamps == {"en": Stamp("text", at(1, 9)), "fr": Stamp("autre", at(2, 9), new=False)}
    assert memory.traces[AM].sequence == 0


@pytest.mark.parametrize(
    ("later", "fresh"),
    [
        pytest.param(thin(), True, id="it never said else"),
        pytest.param(amend(thin(), "14-am", opens=at(14, 9)).programme, False, id="it was moved"),
        pytest.param(replace(thin(), status=Status.ADOPTED), False, id="it was adopted"),
    ],
)
def test_a_language_that_comes_later_is_stamped_when_it_comes_and_is_new_where_nothing_changed(later, fresh):
    found = entries(thin())
    memory = remember(Memory(programme=lambda _: thin()), found, {"en": texts(found)["en"]}, NOTHING, 1, at(1, 9))
    assert grown(memory, later, 2).traces[AM].stamps["fr"] == Stamp("text", at(2, 9), new=fresh)


def test_a_language_that_is_not_published_any_more_is_not_forgotten():
    found = entries(thin())
    memory = remember(chain(thin()), found, {"en": {entry.uid: "other" for entry in found}}, NOTHING, 2, at(2, 9))
    assert memory.traces[AM].stamps == {"en": Stamp("other", at(2, 9), new=False), "fr": Stamp("text", at(1, 9))}


def test_of_a_cancelled_meeting_it_is_remembered_what_it_was_to_take_up_and_who_knows():
    after = amend(thin(), "14-am", cancel=True).programme
    trace = chain(thin(), after, after).traces[AM]
    assert (trace.status, trace.rows, trace.source) == ("CANCELLED", ("1a", "1b", "2a"), 1)
    assert trace.sequence == 1


def test_of_a_meeting_that_is_cancelled_with_other_items_those_are_remembered_that_it_was_last_to_take_up():
    meetings = tuple(replace(meeting, cancelled=meeting.key == "14-am") for meeting in thin().meetings)
    after = replace(thin(), meetings=meetings, considerations=thin().considerations[1:])
    assert rows_of(entry_of(after)) == ("1b", "2a")
    assert chain(thin(), after).traces[AM].rows == ("1a", "1b", "2a")


def test_a_cancelled_meeting_that_is_restored_has_what_it_takes_up_now():
    cancelled = amend(thin(), "14-am", cancel=True).programme
    after = replace(thin(), considerations=thin().considerations[1:])
    trace = chain(thin(), cancelled, after).traces[AM]
    assert (trace.status, trace.rows, trace.source) == ("TENTATIVE", ("1b", "2a"), 3)
    assert trace.sequence == 2


def test_what_is_not_in_a_publication_at_all_is_not_forgotten():
    memory = chain(thin())
    found = (entry_of(thin()),)
    after = remember(memory, found, texts(found), NOTHING, 2, at(2, 9))
    assert set(after.traces) == set(memory.traces)
    assert (after.traces[AM].source, after.traces[ITEM].source) == (2, 1)
    assert after.programme is memory.programme
