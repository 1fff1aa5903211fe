"""Lines that a carrier broke or ran together are mended before they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wgsched.reading.account import Account
from wgsched.reading.assembly.columns import columns_of
from wgsched.reading.assembly.flattened import table_from
from wgsched.reading.assembly.running import parted
from wgsched.reading.blocks import Paper, PaperBlock, ParagraphBlock, TableBlock, TableCell
from wgsched.reading.grammar.days import is_day
from wgsched.reading.grammar.hours import read_hours
from wgsched.reading.grammar.numbers import lead_number
from wgsched.reading.grammar.texts import alike
from wgsched.reading.grammar.words import WordLists

ENDLESS = 100_000
"""Characters; whole papers that ran together on one line stay under it."""

_NUMBER = re.compile(r"(?:[IVXL]{1,5}|\d{1,3}(?:\.\d{1,3}){0,3})\s*[.、)]\s*|\([a-z]\)\s*")
"""A number that stands alone on its line, away from its title."""

_HOURS_BEHIND = re.compile(r"\s*[(（]([^()（）]{4,40})[)）][\s.;。；]*$")


def prepared(paper: Paper, words: WordLists) -> Paper:
    """Return a paper whose numbers, titles and hours stand where they are looked for."""
    blocks: list[PaperBlock] = list(_whole_lines(paper.blocks, words))
    blocks = list(_with_titles(blocks, words))
    if (table := table_from(blocks, words)) is not None:
        blocks = table
    return replace(paper, blocks=tuple(_hours_first(blocks, words)))


def without_endless(paper: Paper, account: Account) -> Paper:
    """Return a paper without paragraphs and cells so long that nobody wrote them; they are left over."""
    blocks: list[PaperBlock] = []
    for block in paper.blocks:
        texts = block.cells if isinstance(block, TableBlock) else (block,)
        endless = [each for each in texts if len(each.text) > ENDLESS]
        for each in endless:
            account.left_over(each, f"longer than {ENDLESS} characters, and not read")
        if isinstance(block, TableBlock):
            cells = tuple(cell for cell in block.cells if len(cell.text) <= ENDLESS) if endless else block.cells
            blocks.append(replace(block, cells=cells))
        elif not endless:
            blocks.append(block)
    return replace(paper, blocks=tuple(blocks))


def _whole_lines(blocks: Iterable[PaperBlock], words: WordLists) -> Iterator[PaperBlock]:
    for block in blocks:
        if isinstance(block, ParagraphBlock):
            yield from parted(block, words)
        elif block.place.startswith("line ") and _is_broken(block, words):
            lines = (cell for row in block.rows() for cell in row if re.search(r"\w", cell.text))
            yield from (ParagraphBlock(cell.text, cell.place) for cell in lines)
        else:
            yield from _without_title(block, words)


def _without_title(table: TableBlock, words: WordLists) -> Iterator[PaperBlock]:
    """Yield a table, and before it the lines of words alone that stand above the heads of its columns."""
    rows = list(table.rows())
    head = columns_of(rows, words)[0]
    above: list[TableCell] = []
    for row in rows[: max(head, 0)]:
        full = [cell for cell in row if cell.text.strip()]
        if len(full) > 1 or any(is_day(cell.text, words) or read_hours(cell.text, words) for cell in full):
            break
        above += row
    yield from (ParagraphBlock(cell.text, cell.place) for cell in above if cell.text.strip())
    yield replace(table, cells=tuple(cell for cell in table.cells if cell not in above)) if above else table


def _is_broken(table: TableBlock, words: WordLists) -> bool:
    """Return whether most rows of a table with bars hold one cell: its rows were broken, and are lines now."""
    rows = [[cell for cell in row if cell.text] for row in table.rows()]
    alone = sum(len(row) < 2 for row in rows)
    return table.width < 3 and alone * 2 > len(rows) and not columns_of(list(table.rows()), words)[1]


def _with_titles(blocks: Sequence[PaperBlock], words: WordLists) -> Iterator[PaperBlock]:
    """Join a number that stands alone with the line below it, which is its title."""
    alone: ParagraphBlock | None = None
    for block in blocks:
        if alone is not None:
            number, alone = alone, None
            if isinstance(block, ParagraphBlock) and _is_title(block, words):
                yield replace(number, text=f"{number.text} {block.text}")
                continue
            yield number
        if isinstance(block, ParagraphBlock) and not block.label and _NUMBER.fullmatch(alike(block.text)):
            alone = block
        else:
            yield block
    if alone is not None:
        yield alone


def _is_title(block: ParagraphBlock, words: WordLists) -> bool:
    begins = re.match(r"[^\W\d_]", block.text) is not None
    return begins and not block.label and not lead_number(block.text, words)[0]


def _hours_first(blocks: Sequence[PaperBlock], words: WordLists) -> Iterator[PaperBlock]:
    """Put hours in brackets before the item that they follow, where a paper prints them behind its items."""
    moved: list[PaperBlock] = []
    behind = 0
    for block in blocks:
        if isinstance(block, ParagraphBlock) and (parts := _parts(block, words)):
            item, hours = parts
            behind += 1
            moved += [hours, item]
        elif (
            isinstance(block, ParagraphBlock) and moved and _is_item(moved[-1], words) and _in_brackets(block, words)
            and not _in_brackets(moved[-2] if len(moved) > 1 else None, words)
        ):  # fmt: skip
            behind += 1
            moved.insert(-1, block)
        else:
            moved.append(block)
    yield from moved if behind > 1 else blocks


def _is_item(block: PaperBlock, words: WordLists) -> bool:
    return isinstance(block, ParagraphBlock) and bool(lead_number(block.shown, words)[0])


def _in_brackets(block: PaperBlock | None, words: WordLists) -> bool:
    """Return whether a line is hours in brackets, from one to another, and nothing else."""
    if not isinstance(block, ParagraphBlock) or block.text[:1] not in ("(", "（"):
        return False
    hours = read_hours(alike(block.text), words)
    return hours is not None and hours.closes is not None and not re.search(r"\w", hours.rest)


def _parts(block: ParagraphBlock, words: WordLists) -> tuple[ParagraphBlock, ParagraphBlock] | None:
    """Return an item and the hours in brackets at its end, as two lines."""
    match = _HOURS_BEHIND.search(block.text)
    if not match or not block.text[: match.start()].strip() or not _is_item(block, words):
        return None
    hours = replace(block, text=match.group().strip(), label="", heading=0)
    return (replace(block, text=block.text[: match.start()]), hours) if _in_brackets(hours, words) else None
