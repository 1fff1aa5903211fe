"""The agenda and what is planned of it."""

import pytest
from tests.sessions import founding, item, minutes, session

from wgsched.errors import UnknownName
from wgsched.model import Agenda, AgendaItem, Role, Text


def test_an_item_is_found_by_number_or_key():
    agenda = founding().agenda
    assert agenda["2 (a)"] is agenda["2a"]
    assert "2 (z)" not in agenda


def test_an_unknown_item_is_refused_with_the_nearest_number():
    with pytest.raises(UnknownName, match=r"Did you mean '2 \(c\)'"):
        founding().agenda["2 (cc)"]


def test_a_subtree_holds_an_item_and_all_below_it():
    agenda = Agenda((item("3"), item("3 (c)"), item("3 (c) (i)"), item("4")))
    assert [each.key for each in agenda.subtree(agenda["3"])] == ["3", "3c", "3ci"]


def test_only_items_with_a_duration_are_planned():
    assert [each.key for each in founding().agenda.instalments] == ["1a", "1b", "2a", "2b", "2c", "3"]


def test_several_parts_make_several_instalments_in_order():
    agenda = session(AgendaItem("debate", title=Text(en="Debate"), parts=(minutes(60), minutes(90)))).agenda
    assert [(each.key, each.part) for each in agenda.instalments] == [("debate.1", 1), ("debate.2", 2)]


def test_items_considered_jointly_are_one_instalment():
    agenda = Agenda((item("7", 60), item("8", jointly="7")))
    (only,) = agenda.instalments
    assert only.items == ("7", "8")
    assert agenda.instalments_of(agenda["8"]) == (only,)


def test_instalments_of_a_parent_are_those_of_its_sub_items():
    agenda = founding().agenda
    assert [each.key for each in agenda.instalments_of(agenda["2"])] == ["2a", "2b", "2c"]


def test_items_are_found_by_role():
    assert [each.key for each in founding().agenda.having(Role.OPENING, Role.REPORT)] == ["1a", "3"]
