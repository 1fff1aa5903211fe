"""Any programme is written and read back equal, and the same bytes come out again."""

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

import pendulum
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from wgsched.files import programme_from_json, programme_to_json
from wgsched.model import (
    SIX,
    Actual,
    Agenda,
    AgendaItem,
    Annotation,
    Body,
    ConferenceServices,
    Consideration,
    Distribution,
    Document,
    Duration,
    Event,
    Finding,
    Forum,
    ForumKind,
    Gap,
    GapChoice,
    Hindrance,
    Holiday,
    InterpretationTeam,
    ItemNumber,
    Mandate,
    Meeting,
    Offer,
    Outcome,
    Participant,
    Period,
    Place,
    Price,
    Programme,
    ProofLevel,
    Recommendation,
    Role,
    Room,
    RowHours,
    Rows,
    ServiceBasis,
    Session,
    SessionKind,
    Status,
    Takes,
    Text,
    Unique,
    Verdict,
    Window,
)
from wgsched.preferences.preferred_day import PreferredDay
from wgsched.rules.concluded_by import ConcludedBy
from wgsched.rules.in_meetings import InMeetings
from wgsched.rules.precedes import Precedes
from wgsched.rules.within_windows import WithinWindows

ZONE = "Europe/Vienna"
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12)
keys = st.text("abcdefgh-. 资", min_size=1, max_size=6)
texts = st.dictionaries(st.sampled_from((*SIX, "pt")), words, max_size=3).flatmap(
    lambda versions: st.builds(
        Text, st.just(versions), to_review=st.sets(st.sampled_from(SIX)).map(lambda s: s & set(versions))
    )
)
dates = st.dates(pendulum.date(1990, 1, 1), pendulum.date(2060, 1, 1)).map(
    lambda d: pendulum.date(d.year, d.month, d.day)
)
moments = st.builds(
    lambda day, minute, zone: pendulum.datetime(day.year, day.month, day.day, minute // 60, minute % 60, tz=zone),
    dates,
    st.integers(0, 24 * 60 - 1),
    st.sampled_from((ZONE, "America/New_York", "UTC", "Asia/Kathmandu")),
)
times = st.times().map(lambda t: pendulum.time(t.hour, t.minute))
languages = st.lists(st.sampled_from(SIX), unique=True, max_size=6).map(tuple)
windows = st.builds(Window, moments, moments)
periods = st.builds(
    lambda key, hours: Period(key, *hours),
    keys.map(str.strip).filter(bool),
    st.lists(times, min_size=2, max_size=2, unique=True),
)
durations = st.builds(Duration, st.integers(0, 10_000), st.fractions(0, 40, max_denominator=12))


def bounded(lengths, least, most, estimate):
    low, expected, high = sorted(lengths, key=lambda length: length.in_minutes(180))
    return Takes(expected, low if least else None, high if most else None, estimate=estimate)


takes = st.builds(bounded, st.lists(durations, min_size=3, max_size=3), st.booleans(), st.booleans(), st.booleans())
NUMBERS = tuple(map(ItemNumber.parse, ("1", "2 (a)", "3 (c) (i)", "16.10", "II")))
numbers = st.sampled_from(NUMBERS)
whys = st.none() | texts.filter(bool) | words


def some(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


def keyed(strategy):
    return st.lists(strategy, max_size=3, unique_by=lambda noun: noun.key).map(tuple)


def in_order(noun):
    """Return how to make a noun that opens before it closes."""

    def made(hours, **values):
        opens, closes = sorted(hours)
        return noun(opens=opens, closes=closes, **values)

    return lambda **more: st.builds(made, st.lists(moments, min_size=2, max_size=2, unique=True), **more)


annotations = st.builds(Annotation, texts, some(texts), st.none() | words, st.none() | words)
places = st.builds(
    Place, words, texts, st.just(ZONE), keyed(periods), some(st.builds(Holiday, dates, texts, st.booleans()))
)
services = st.builds(
    ConferenceServices,
    languages=languages,
    teams=keyed(st.builds(InterpretationTeam, keys, languages)),
    weekly=st.none() | st.integers(1, 9),
    rooms=keyed(st.builds(Room, keys, texts, st.none() | st.integers(1, 999), st.none() | st.integers(1, 7))),
)


@st.composite
def agendas(draw, forums):
    names = draw(st.lists(keys, unique=True, min_size=1, max_size=5))
    numbered = draw(st.permutations(NUMBERS))
    items = []
    for place, key in enumerate(names):
        items.append(
            AgendaItem(
                key,
                draw(st.sampled_from((None, numbered[place]))),
                draw(texts),
                draw(texts),
                draw(st.none() | st.sampled_from(Role)),
                draw(st.none() | st.sampled_from(names[:place])) if place else None,
                draw(st.none() | takes),
                draw(st.just(()) | st.lists(takes, min_size=2, max_size=3).map(tuple)),
                draw(st.just(()) | st.just(forums)),
                draw(st.none() | languages),
                draw(st.booleans()),
                draw(st.booleans()),
                draw(st.none() | st.sampled_from(names)),
                draw(some(annotations)),
                draw(texts),
            )
        )
    return Agenda(tuple(items))


@st.composite
def meetings(draw, forums):
    names = draw(st.lists(keys, unique=True, min_size=1, max_size=4))
    found = []
    for key in names:
        opens, minutes = draw(moments), draw(st.integers(1, 900))
        found.append(
            Meeting(
                key, draw(st.sampled_from(forums)), opens, opens.add(minutes=minutes), draw(words),
                draw(st.none() | words), draw(languages), draw(st.sampled_from(ServiceBasis)), draw(st.none() | words),
                draw(st.integers(0, min(30, minutes - 1))),
                draw(st.booleans()), draw(st.booleans()), draw(st.booleans()),
                draw(st.none() | st.integers(1, 99)),
            )
        )  # fmt: skip
    return tuple(found)


def people(items):
    return st.builds(Participant, words, texts, items, some(in_order(Window)()), st.just(None), st.none() | periods)


@st.composite
def rules(draw, items, names):
    item = st.sampled_from(items)
    moment = moments | st.just("2009-05-14 18:00")
    pairs = st.lists(st.tuples(moment, moment), min_size=1, max_size=2).map(tuple)
    return draw(
        some(
            st.builds(Precedes, item, item, st.integers(0, 99), whys)
            | st.builds(ConcludedBy, item, moment, whys)
            | st.builds(InMeetings, item, st.lists(st.sampled_from(names), min_size=1).map(tuple), whys)
            | st.builds(WithinWindows, item, pairs, whys)
        )
    )


@st.composite
def typed_rows(draw, names, instalments):
    typed = draw(st.lists(st.sampled_from(instalments), max_size=2, unique=True)) if instalments else []
    placed, stated = ([each for each in typed if draw(st.booleans())] for _ in "12")
    hours = [RowHours(each, draw(st.integers(1, 600)), draw(st.none() | moments)) for each in stated]
    return Rows(draw(st.sampled_from(names)), tuple(typed), draw(st.booleans()), tuple(placed), tuple(hours))


@st.composite
def sessions(draw):
    forums = tuple(draw(st.lists(keys, unique=True, min_size=1, max_size=3)))
    agenda = draw(agendas(forums))
    sat = draw(meetings(forums))
    items, names = tuple(item.key for item in agenda), tuple(meeting.key for meeting in sat)
    instalments = tuple(each.key for each in agenda.instalments)
    some_items = st.lists(st.sampled_from(items), max_size=2).map(tuple)
    issued = st.dictionaries(st.sampled_from(SIX), dates, max_size=3).map(lambda found: tuple(found.items()))
    body = st.builds(Body, texts, texts, st.none() | st.builds(Body, texts), texts)
    return Session(
        key=draw(words),
        body=draw(body),
        place=draw(places),
        days=tuple(draw(st.lists(dates, min_size=1, max_size=3))),
        meetings=sat,
        agenda=agenda,
        symbol=draw(words),
        kind=draw(st.sampled_from(SessionKind)),
        ordinal=draw(st.none() | st.integers(1, 99)),
        distribution=draw(st.sampled_from(Distribution)),
        issued=draw(st.none() | dates),
        original=draw(st.sampled_from(SIX)),
        languages=draw(languages),
        forums=tuple(Forum(key, draw(texts), draw(st.sampled_from(ForumKind)), draw(texts)) for key in forums),
        services=draw(services),
        documents=draw(some(st.builds(Document, words, texts, some_items, issued, st.none() | dates))),
        mandates=draw(some(st.builds(Mandate, words, texts, some(texts)))),
        recommendations=draw(some(st.builds(Recommendation, words, texts, some(texts)))),
        events=draw(keyed(in_order(Event)(key=words, title=texts, room=st.none() | words))),
        participants=draw(keyed(people(some_items))),
        sequence=tuple(dict.fromkeys(draw(some_items))),
        organization=draw(some(typed_rows(names, instalments))),
        rules=draw(rules(items, names)),
        waives=draw(st.frozensets(st.sampled_from(("holidays-free", "served")))),
        wishes=draw(some(st.builds(PreferredDay, st.sampled_from(items), dates | st.just("2009-05-15"), whys))),
        weights=draw(st.dictionaries(st.sampled_from(("dead-time", "slack-kept")), st.integers(0, 99))),
        phrases=draw(st.dictionaries(st.sampled_from(SIX), st.dictionaries(words, words, max_size=2), max_size=2)),
    )


def gaps(meetings, instalments):
    keys = some(st.sampled_from(instalments)) if instalments else st.just(())
    numbers = st.integers(-9, 999)
    prices = st.builds(Price, keys, keys, keys, st.integers(0, 999), numbers)
    hindrances = st.none() | st.sampled_from(Hindrance)
    offers = st.builds(Offer, st.sampled_from(GapChoice), st.none() | prices, st.none(), hindrances)
    where = st.sampled_from(meetings) if meetings else st.nothing()
    return st.builds(Gap, where, moments, moments, st.booleans(), some(offers)) if meetings else st.nothing()


@st.composite
def programmes(draw):
    session = draw(sessions())
    instalments = [each.key for each in session.agenda.instalments]
    rows = []
    for meeting in session.meetings:
        for key in draw(st.lists(st.sampled_from(instalments), max_size=3)) if instalments else []:
            inside = st.integers(0, 1000).map(lambda minutes, start=meeting.opens: start.add(minutes=minutes))
            rows.append(Consideration(key, meeting.key, draw(st.none() | inside), draw(st.none() | moments)))
    actuals = ()
    if rows:
        row = draw(st.sampled_from(rows))
        actuals = (
            Actual(
                row.instalment, row.meeting, draw(st.sampled_from(Outcome)), draw(moments), draw(st.none() | moments)
            ),
        )
    finding = Finding(
        draw(st.sampled_from(Verdict)), draw(st.integers(0, 9**9)), draw(st.integers(-9, 9)),
        draw(st.sampled_from(Unique)),
        reproducible=draw(st.booleans()), interrupted=draw(st.booleans()),
        moved=draw(st.none() | st.integers(0, 9)), fewest=draw(st.booleans()),
        dead=draw(st.none() | st.integers(0, 9)), level=draw(st.none() | st.sampled_from(ProofLevel)),
        gaps=draw(some(gaps([each.key for each in session.meetings], instalments))),
    )  # fmt: skip
    return Programme(
        session,
        tuple(replace(meeting, cancelled=draw(st.booleans())) for meeting in session.meetings),
        tuple(rows),
        draw(st.sampled_from(Status)),
        finding,
        draw(st.none() | moments),
        actuals,
    )


def round_trip(programme):
    content = programme_to_json(programme)
    found = programme_from_json(content)
    assert found == programme
    assert programme_to_json(found) == content


quiet = list(HealthCheck)


@settings(max_examples=4, deadline=None, suppress_health_check=quiet, derandomize=True, phases=[Phase.generate])
@given(programmes())
def test_any_programme_is_read_back_equal(programme):
    round_trip(programme)


@pytest.mark.long
@settings(max_examples=500, deadline=None, suppress_health_check=quiet, phases=[Phase.generate])
@given(programmes())
def test_five_hundred_programmes_are_read_back_equal(programme):
    round_trip(programme)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.one_of(takes, durations, periods, windows, moments, dates, numbers))
def test_any_small_value_is_read_back_equal(value):
    from wgsched.files.grammar.written import read, said

    kind = next(each for each in type(value).__mro__ if each.__name__ == type(value).__name__)
    assert read(kind, said(value, ZONE), ZONE) == value


def test_every_field_of_every_noun_is_of_a_type_that_files_know():
    """A new field of the model of a kind that files cannot read fails here, and not at a user's desk."""
    from typing import get_args

    from wgsched.files.coding.fields import fields_of
    from wgsched.files.grammar.written import LEAVES

    def kinds(hint):
        inner = [each for each in get_args(hint) if each is not Ellipsis]
        return [found for each in inner for found in kinds(each)] if inner else [hint]

    seen, waiting, odd = set(), [Programme], []
    while waiting:
        noun = waiting.pop()
        seen.add(noun)
        for name, (_, hint) in fields_of(noun).items():
            for kind in kinds(hint):
                if is_dataclass(kind) and kind not in LEAVES:
                    waiting += [kind] if kind not in seen else []
                elif kind not in (*LEAVES, str, int, bool, type(None), Text) and not issubclass(kind, str):
                    odd.append(f"{noun.__name__}.{name}: {kind}")
    assert [each for each in odd if "Rule" not in each and "Preference" not in each] == []
    assert {field.name for field in fields(Session)} >= {"rules", "wishes"}
    assert Fraction(3, 2) == Duration(meetings=Fraction(3, 2)).meetings
