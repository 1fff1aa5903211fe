import json
from dataclasses import replace

import pendulum
import pytest

from tests.sessions import at
from wgsched.model import Window
from wgsched.publishing.memory import Stamp, Trace
from wgsched.publishing.traces import moment_read, moment_written, read, written

MORNING = Window(at(14, 10), at(14, 13))
PLAIN = Trace(0, MORNING, "vienna", None, "TENTATIVE", (), 1)
RICH = Trace(
    sequence=3,
    window=Window(at(14, 15), at(14, 18)),
    place="vienna",
    room="C1",
    status="CANCELLED",
    rows=("1a", "2b"),
    source=7,
    part=("2b", "14-pm", 2),
    stamps={"fr": Stamp("f00d", at(1, 9)), "en": Stamp("cafe", at(2, 9, 30), new=False, changes=("Moved.", "Room."))},
)


def test_a_trace_is_written_as_data_that_a_person_can_read():
    assert written(RICH) == {
        "sequence": 3,
        "time": ["2009-05-14T15:00:00+02:00 Europe/Vienna", "2009-05-14T18:00:00+02:00 Europe/Vienna"],
        "place": "vienna",
        "room": "C1",
        "status": "CANCELLED",
        "rows": ["1a", "2b"],
        "source": 7,
        "part": ["2b", "14-pm", 2],
        "texts": {
            "en": ["cafe", "2009-05-02T09:30:00+02:00 Europe/Vienna"],
            "fr": ["f00d", "2009-05-01T09:00:00+02:00 Europe/Vienna", "new"],
        },
        "changes": {"en": ["Moved.", "Room."]},
    }


def test_what_is_as_usual_is_left_out():
    assert written(PLAIN) == {
        "sequence": 0,
        "time": ["2009-05-14T10:00:00+02:00 Europe/Vienna", "2009-05-14T13:00:00+02:00 Europe/Vienna"],
        "place": "vienna",
        "status": "TENTATIVE",
        "source": 1,
    }


def test_the_same_trace_is_always_written_in_the_same_order():
    assert list(written(RICH)["texts"]) == ["en", "fr"]
    other = replace(RICH, stamps=dict(reversed(RICH.stamps.items())))
    assert json.dumps(written(other)) == json.dumps(written(RICH))


def test_of_an_older_ledger_the_texts_count_as_changed_where_it_told_a_change():
    """It kept no sentences: what stood in the first line is gone, so the entry must be stamped anew."""
    plain = {name: value for name, value in written(RICH).items() if name != "changes"}
    assert read(plain).stamps["en"].digest == "cafe"
    assert read({**plain, "change": {"items": True}}).stamps["en"] == Stamp("", at(2, 9, 30), new=False)


@pytest.mark.parametrize("trace", [PLAIN, RICH])
def test_a_trace_comes_back_as_it_was(trace):
    again = read(json.loads(json.dumps(written(trace))))
    assert again == trace
    assert again.window.opens.timezone_name == "Europe/Vienna"


def test_of_an_hour_that_comes_twice_each_comes_back_as_itself():
    """The clocks of Vienna went back on 25 October 2009, so that half past two came twice."""
    first = pendulum.datetime(2009, 10, 25, 0, 30, tz="UTC").in_timezone("Europe/Vienna")
    moments = [first, first.add(hours=1)]
    texts = ["2009-10-25T02:30:00+02:00 Europe/Vienna", "2009-10-25T02:30:00+01:00 Europe/Vienna"]
    assert [moment_written(moment) for moment in moments] == texts
    assert [moment_read(text).timestamp() for text in texts] == [moment.timestamp() for moment in moments]


@pytest.mark.parametrize("text", ["PT1H Europe/Vienna", "2009-05-14/2009-05-15 Europe/Vienna"])
def test_what_is_not_a_moment_is_refused(text):
    with pytest.raises(TypeError) as refused:
        moment_read(text)
    assert str(refused.value) == f"not a moment: {text}"
