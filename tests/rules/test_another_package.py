"""A rule that another package brings works wherever one of wgsched's does: files, conflicts, repairs, the past."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint
from typing import ClassVar

import pytest
from pendulum import DateTime

from tests.sessions import at, item, meeting, session
from wgsched.checking import check
from wgsched.checking.remaining import remaining
from wgsched.cli.verdict import verdict
from wgsched.errors import BadInput
from wgsched.files import programme_from_json, programme_to_json, read_session, schema, session_from
from wgsched.model import (
    Actual,
    AgendaItem,
    Case,
    Consideration,
    Desk,
    Ease,
    Grades,
    Ladder,
    Outcome,
    Programme,
    Rule,
    Sentence,
    Session,
    Window,
    extensions,
)
from wgsched.model.easing import cost_of_moving, moments
from wgsched.model.edits import with_rule
from wgsched.model.reading import has_begun
from wgsched.planning import explain, plan
from wgsched.planning.model.posting import demands

PHRASES = {"en": "{item} waits for the press until {moment}"}


@dataclass(frozen=True)
class Press(Rule):
    """An item is not taken up before the press is there."""

    item: str
    moment: str | DateTime
    code: ClassVar[str] = "press"
    shorthand: ClassVar[str] = "press from"

    def cases(self, session: Session) -> Iterator[tuple[AgendaItem, DateTime]]:
        yield session.agenda[self.item], session.moment(self.moment)

    def post(self, desk: Desk, unit: AgendaItem, moment: DateTime) -> None:
        desk.within(unit, [Window(moment, max(moment, desk.session.span.closes))])

    def holds(self, programme: Programme, unit: AgendaItem, moment: DateTime) -> bool | None:
        return programme.opened(unit) >= moment

    def words(self, unit: AgendaItem, moment: DateTime) -> Sentence:
        return Sentence(self.code, phrases=PHRASES, item=unit, moment=moment)

    def eases(self, session: Session, unit: AgendaItem, moment: DateTime) -> Iterator[Sequence[Ease]]:
        def ease(sooner: DateTime) -> Ease:
            said = Sentence("press-sooner", phrases={"en": "Call the press for {moment}"}, moment=sooner)
            return Ease(with_rule(session, self, replace(self, moment=sooner)), said, cost_of_moving(moment, sooner))

        yield Ladder([each for each in reversed(moments(session)) if each < moment], ease)

    @classmethod
    def shared_eases(cls, session: Session, cases: Sequence[Case]) -> Iterator[Sequence[Ease]]:
        if len(cases) > 1:
            said = Sentence("no-press", phrases={"en": "Do without the press"})
            yield [Ease(replace(session, rules=()), said, 1)]

    def settled(self, session: Session, begun: Collection[str]) -> bool:
        return has_begun(session, self.item, begun)


@dataclass(frozen=True)
class Open(Press):
    """An item is held in public."""

    item: str
    moment: str | DateTime = "2009-05-14 10:00"
    code: ClassVar[str] = "open"
    shorthand: ClassVar[str] = "in public"
    ground: ClassVar[bool] = True


@dataclass(frozen=True)
class Grasping(Press):
    """Claims a key that an item has already."""

    code: ClassVar[str] = "grasping"
    shorthand: ClassVar[str] = "title"


@pytest.fixture(autouse=True)
def _brought(monkeypatch):
    points = tuple(
        EntryPoint(name, f"tests.rules.test_another_package:{name}", "wgsched.rules")
        for name in ("Press", "Open", "Grasping")
    )
    monkeypatch.setattr(extensions, "entry_points", lambda group: points * (group == "wgsched.rules"))
    extensions.brought.cache_clear()
    yield
    extensions.brought.cache_clear()


FILE = """
body: {{en: Working Group}}
place: {{title: {{en: Vienna}}, zone: Europe/Vienna}}
days: [14 May 2009, 15 May 2009]
agenda:
  1: {{title: {{en: First}}, takes: 60 min, {}}}
  2: {{title: {{en: Second}}, takes: 60 min}}
"""


def written(tmp_path, keys):
    path = tmp_path / "session.yaml"
    path.write_text(FILE.format(keys), encoding="utf-8")
    return read_session(path)


def test_its_key_at_an_item_asks_for_it(tmp_path):
    assert written(tmp_path, "press from: 15 May 10:00").rules == (Press("1", at(15, 10)),)


def test_a_rule_without_a_value_is_asked_for_by_yes(tmp_path):
    assert written(tmp_path, "in public: yes").rules == (Open("1"),)
    assert written(tmp_path, "in public: no").rules == ()


def test_a_wrong_value_of_its_key_is_told_with_its_place(tmp_path):
    with pytest.raises(BadInput) as refused:
        written(tmp_path, "press from: nightfall")
    [fault] = refused.value.faults
    assert (fault.line, fault.path) == (6, "agenda.1.press from")


def test_no_key_of_an_item_is_taken_over(tmp_path):
    whole = written(tmp_path, "firm: yes")
    assert (whole.rules, whole.agenda["1"].title["en"]) == ((), "First")


def test_it_stands_in_the_schema_of_session_files():
    assert "press" in str(schema()["properties"]["rules"])


def test_what_it_offers_is_among_the_repairs():
    whole = session(item("1", 180), item("2", 420)).with_rules(Press("1", at(15, 16)))
    offered = [repair.sentence for repair in explain(whole).repairs if repair.sentence.code == "press-sooner"]
    assert [sentence["moment"] for sentence in offered] == [at(15, 15)]


def test_what_it_offers_for_several_cases_is_among_the_repairs():
    both = session(item("1", 120), item("2", 120)).with_rules(Press("1", at(15, 15)), Press("2", at(15, 15)))
    assert explain(both).repairs[0].sentence.code == "no-press"


def test_it_is_never_given_up_where_it_says_so():
    whole = session(item("1", 60)).with_rules(Open("1", at(14, 15)), Press("1", at(14, 16)))
    assert [demand.rule.code for demand in demands(whole) if demand.is_ground and demand.rule in whole.rules] == [
        "open"
    ]


def test_it_is_dropped_once_it_is_settled():
    whole = session(item("1", 240), meetings=(meeting("a", 14, 10), meeting("b", 14, 15))).with_rules(
        Press("1", at(14, 10))
    )
    rows = (Consideration("1", "a", at(14, 10), at(14, 13)), Consideration("1", "b", at(14, 15), at(14, 16)))
    begun = Actual("1", "a", Outcome.CONTINUES, at(14, 13))
    held = Programme(whole, whole.meetings, rows, actuals=(begun,))
    assert remaining(held).programme.session.rules == ()
    assert remaining(replace(held, actuals=())).programme.session.rules == (Press("1", at(14, 10)),)


def test_it_is_planned_and_checked():
    found = plan(session(item("1", 60)).with_rules(Press("1", at(15, 15))))
    assert (found.considerations[0].opens, bool(check(found))) == (at(15, 15), False)


ASKED = """
symbol: T/1
body: {en: Test}
place: {title: {en: X}, zone: Etc/UTC}
days: Thu 14 May 2009
hours: 10-12
languages: [en]
agenda:
  1: {title: {en: One}, takes: 60 min}
  2: {title: {en: Two}, takes: 60 min, before: 1}
rules:
  - press: {item: 2, moment: "2009-05-14 11:00", %s}
"""


@pytest.mark.parametrize(
    ("grade", "told"),
    [
        ("strength: should", "Not met: 1 that should be met."),
        ("strength: nice, weight: 4", "Not met: 4 that would be nice."),
        ("weight: 7", "Not as wished: 1 item out of agenda order; 1 demand not met (press)."),
    ],
)
def test_its_rule_as_a_wish_is_counted_said_and_written_to_the_programme_file(grade, told):
    planned = plan(session_from(ASKED % grade, "session.yaml"))
    assert not check(planned)
    assert told in verdict(planned, None)
    assert programme_from_json(programme_to_json(planned)) == planned


def test_its_rule_takes_a_weight_for_the_nearest_programme():
    broken = session_from(ASKED % "strength: must, weight: 3", "session.yaml")
    assert plan(broken, nearest=True).finding.grades == Grades(must=1)
    light = session_from(
        (ASKED % "strength: must").replace("before: 1", "before: 1, strength: must, weight: 3"), "s.yaml"
    )
    nearest = plan(light, nearest=True)
    assert ([row.instalment for row in nearest.considerations], len(check(nearest))) == (["2", "1"], 1)
