"""What planning answers, as JSON and back: a programme, that there is none and why, or what went wrong."""

from __future__ import annotations

import json
from typing import Any

from pendulum import Date, DateTime, Time

from wgsched import errors
from wgsched.errors import BadInput, Fault, InternalError, LimitReached, NoProgramme, UnknownName, WgschedError
from wgsched.files import programme_from_json, programme_to_json
from wgsched.files.coding import Decoder, encoded
from wgsched.files.faults import Faults
from wgsched.files.nodes import Leaf, ListNode, MappingNode, Node
from wgsched.files.source import read_nodes
from wgsched.model import (
    AgendaItem,
    Document,
    Duration,
    Event,
    Forum,
    Instalment,
    InterpretationTeam,
    Meeting,
    Participant,
    Period,
    Programme,
    Repair,
    Room,
    Sentence,
    Session,
    Takes,
    Text,
    Window,
)
from wgsched.model.sentence import Minutes

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        AgendaItem, Date, DateTime, Document, Duration, Event, Forum, Instalment, InterpretationTeam, Meeting,
        Minutes, Participant, Period, Room, Takes, Text, Time, Window, bool, int, str,
    )
}  # fmt: skip
"""What a sentence may speak about; whatever else another package brings is said in words."""


def answer_to_json(answer: Programme | Exception, zone: str) -> str:
    """Return a programme or an error as JSON."""
    if isinstance(answer, Programme):
        told: dict[str, Any] = {"programme": programme_to_json(answer).decode()}
    elif isinstance(answer, NoProgramme):
        told = {
            "conflict": [_said(sentence, zone) for sentence in answer.conflict],
            "words": str(answer).split("\n"),
            "minimal": answer.minimal,
            "repairs": [[_said(repair.sentence, zone), repair.cost] for repair in answer.repairs],
        }
    elif isinstance(answer, UnknownName):
        told = {"unknown": [answer.kind, answer.name, list(answer.known)]}
    elif isinstance(answer, InternalError):
        told = {"internal": answer.faults}
    elif isinstance(answer, BadInput):
        told = {"faults": [[f.message, f.file, f.line, f.column, f.path, f.hint] for f in answer.faults]}
    elif isinstance(answer, LimitReached | WgschedError):
        told = {"error": type(answer).__name__, "message": str(answer)}
    else:
        told = {"error": "", "message": f"{type(answer).__name__}: {answer}"}
    return json.dumps(told, ensure_ascii=False)


def answer_from_json(text: str, session: Session) -> Programme | Exception:
    """Return the programme or the error of a session.

    Raises:
        ValueError, KeyError, TypeError: it is no answer.
    """
    told = json.loads(text)
    if "programme" in told:
        return programme_from_json(told["programme"])
    if "conflict" in told:
        root = read_nodes(text, "answer.json")
        reader = _FactReader(Faults("answer.json", root), session.zone)
        conflict = reader.fact(_part(root, "conflict"))
        repairs = [
            Repair(reader.fact(_part(root, "repairs", n, 0)), cost) for n, (_, cost) in enumerate(told["repairs"])
        ]
        return NoProgramme(conflict, words=told["words"], repairs=repairs, minimal=told["minimal"])
    if "unknown" in told:
        return UnknownName(*told["unknown"])
    if "internal" in told:
        return InternalError(told["internal"], session)
    if "faults" in told:
        return BadInput(*(Fault(*fault) for fault in told["faults"]))
    kind = getattr(errors, told["error"] or "WgschedError")
    error: Exception = kind.__new__(kind, told["message"]) if told["error"] else RuntimeError(told["message"])
    return error


def _said(fact: object, zone: str) -> object:
    if fact is None:
        return None
    if isinstance(fact, tuple | list):
        return [_said(each, zone) for each in fact]
    if isinstance(fact, Sentence):
        said = {name: _said(value, zone) for name, value in fact.facts}
        return {"Sentence": {"code": fact.code, "facts": said, "phrases": dict(fact.phrases)}}
    name = type(fact).__name__
    return {name: encoded(fact, zone)} if name in _KINDS else {"str": str(fact)}


class _FactReader(Decoder):
    """Reads facts, each behind the name of its kind."""

    def fact(self, node: Node) -> Any:
        """Return a fact.

        Raises:
            ValueError: it is none.
        """
        if isinstance(node, Leaf):
            return None
        if isinstance(node, ListNode):
            return tuple(map(self.fact, node.nodes))
        name, value = next(iter(node), ("", node))
        if name == "Sentence":
            facts = {key: self.fact(each) for key, each in _table(_part(value, "facts"))}
            phrases = {key: self.value(each, str, ()) for key, each in _table(_part(value, "phrases"))}
            return Sentence(self.value(_part(value, "code"), str, ()), phrases=phrases, **facts)
        if name == "str" and isinstance(value, Leaf):
            return value.text
        fact = self.value(value, _KINDS[name], ())
        self.faults.done()
        return fact


def _table(node: Node) -> MappingNode:
    if not isinstance(node, MappingNode):
        raise ValueError("expected a mapping")
    return node


def _part(node: Node, *path: str | int) -> Node:
    for step in path:
        if isinstance(node, MappingNode) and isinstance(step, str) and (below := node.get(step)):
            node = below
        elif isinstance(node, ListNode) and isinstance(step, int):
            node = node.nodes[step]
        else:
            raise ValueError(f"there is no {step!r}")
    return node
