"""What the records of a session file have in common, and the small values that may stand in them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any, TypeAlias

from wgsched.files.coding import WRONG, Decoding, Reader
from wgsched.files.coding.readers import ByName, Small
from wgsched.files.coding.schemas import SCALAR, Schema, any_of, one_or_several, or_nothing, words_schema
from wgsched.files.faults import Faults, suggestion
from wgsched.files.grammar import Wrong, one_of, read_minutes
from wgsched.files.nodes import Leaf, ListNode, MappingNode, Node, Path
from wgsched.languages import codes
from wgsched.model import HALF_HOUR, SIX, Language, Takes, Text

_OTHERS = "pt de it ja ko hi fa tr sw uk pl nl sv no da fi el cs hu ro th vi id ms ur bn"

NO_TEXT = Text()


class _Languages:
    """The six, some in which bodies also meet, and those of other packages, which are looked for only when needed."""

    _usual = frozenset((*SIX, *_OTHERS.split(" ")))

    def __contains__(self, code: object) -> bool:
        return code in self._usual or code in codes()


LANGUAGES: Container[object] = _Languages()
"""Languages in which a text may stand in a session file."""


def empty() -> Any:
    """Return the field of a mapping with nothing in it."""
    return field(default_factory=dict)


_NAMED = {"arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "russian": "ru", "spanish": "es"}


def language_named(word: str) -> str:
    """Return the code of a language that is called by its English name; any other word as it is."""
    return _NAMED.get(word.strip().lower(), word)


def languages(words: Iterable[str], path: Path, faults: Faults) -> tuple[Language, ...]:
    """Return the languages of ``six``, ``none``, or of codes; report all other words."""
    known = [language_named(word) for word in words]
    if len(known) == 1 and known[0] in ("six", "6", "all"):
        return SIX
    if len(known) == 1 and known[0] in ("none", "no", "0"):
        return ()
    for place, word in enumerate(known):
        if word not in LANGUAGES:
            faults.at((*path, place), f"unknown language {word!r}", suggestion(word, ["six", *codes()]))
    return tuple(dict.fromkeys(word for word in known if word in LANGUAGES))


@dataclass(frozen=True, eq=False)
class Said(Reader):
    """One text, read by a function of its own."""

    means: Callable[[str], Any]
    allows: Schema | None = None

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        if not isinstance(node, Leaf) or node.empty:
            return decoder.leaf(node, str, path)
        try:
            return self.means(node.text)
        except Wrong as wrong:
            return decoder.wrong(node, path, wrong.message, wrong.hint)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return self.allows or SCALAR


def word_of(known: Mapping[str, Any] | Iterable[str]) -> Said:
    """Return what reads one of several words: as what it stands for, or as it is."""
    words = dict(known) if isinstance(known, Mapping) else {word: word for word in known}
    return Said(partial(one_of, words), words_schema(words))


@dataclass(frozen=True)
class Texts(Reader):
    """One text, several texts with commas between them if ``commas``, or a list; ``nothing`` is a word for no text.

    What is wrong is left out, or something stands in its place.
    """

    each: Reader = Small(str)
    commas: bool = True
    nothing: str | None = None
    instead: Any = WRONG

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        if isinstance(node, MappingNode) or (isinstance(node, Leaf) and node.empty and not self.commas):
            return decoder.expected("a list", node, path)
        if isinstance(node, ListNode):
            values = [self.each.read(one, (*path, place), decoder) for place, one in enumerate(node.nodes)]
        elif node.empty or node.text == self.nothing:
            values = []
        else:
            texts = node.text.split(",") if self.commas else [node.text]
            values = [self.each.read(Leaf(text.strip(), node.mark), path, decoder) for text in texts]
        kept = (self.instead if each is WRONG else each for each in values)
        return tuple(each for each in kept if each is not WRONG)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        several = one_or_several(self.each.schema(parts))
        return or_nothing(several) if self.commas else several


@dataclass(frozen=True)
class Spoken(Texts):
    """Languages by their codes, ``six``, or ``none``."""

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        words = super().read(node, path, decoder)
        return words if words is WRONG else languages(words, path, decoder.faults)


@dataclass(frozen=True)
class Lengths(Texts):
    """How long something takes, in one part or in several; an empty list says nothing."""

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        return WRONG if isinstance(node, ListNode) and not node.nodes else super().read(node, path, decoder)


@dataclass(frozen=True)
class Alone(Reader):
    """A mapping, or one value for all, which then stands under an empty name."""

    each: Reader

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        if isinstance(node, MappingNode):
            return ByName(self.each).read(node, path, decoder)
        value = self.each.read(node, path, decoder)
        return value if value is WRONG else {"": value}

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return any_of((self.each.schema(parts), ByName(self.each).schema(parts)))


@dataclass(frozen=True)
class OrText(Reader):
    """A mapping, or a text that says all in one."""

    said: Reader
    inner: Reader

    def read(self, node: Node, path: Path, decoder: Decoding) -> Any:
        reader = self.said if isinstance(node, Leaf) and not node.empty else self.inner
        return reader.read(node, path, decoder)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return any_of((self.said.schema(parts), self.inner.schema(parts)))


WordsIn: TypeAlias = Annotated[tuple[str, ...], Texts()]
LinesIn: TypeAlias = Annotated[tuple[str, ...], Texts(commas=False)]
LengthsIn: TypeAlias = Annotated[
    tuple[Takes, ...], Lengths(Small(Takes), commas=False, nothing="none", instead=HALF_HOUR)
]
LanguagesIn: TypeAlias = Annotated[tuple[Language, ...], Spoken()]
MinutesIn: TypeAlias = Annotated[int, Said(read_minutes)]
