"""The picture of the architecture, drawn from the imports: which room uses which."""

from __future__ import annotations

import tomllib
from html import escape
from importlib import import_module
from pathlib import Path

import grimp

from generated.markdown import prose, table

ROOT = Path(__file__).resolve().parents[3]
_WIDE, _HIGH, _RIGHT, _DOWN, _MARGIN = 110, 34, 74, 50, 8


def markdown() -> str:
    """Return the picture, and below it what each room is for and which rooms it imports, how often."""
    found = uses()
    rows = []
    for room in (room for floor in floors() for room in floor):
        imported = [f"{lower} {count}" for (upper, lower), count in found.items() if upper == room]
        rows.append((f"`{room}`", _purpose(room), ", ".join(imported)))
    return f"```{{raw}} html\n{picture()}\n```\n\n{table(('room', 'what it is for', 'imports'), rows)}"


def _purpose(room: str) -> str:
    return prose(import_module(f"wgsched.{room}").__doc__).split("\n")[0]


def floors() -> list[list[str]]:
    """Return the layers that the linter of imports holds, from the top, as lists of rooms."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(each for each in contracts if each["type"] == "layers")["layers"]
    return [[room.strip() for room in layer.split("|")] for layer in layers]


def uses() -> dict[tuple[str, str], int]:
    """Return how many imports each room has from each other room."""
    graph = grimp.build_graph("wgsched", exclude_type_checking_imports=True, cache_dir=None)
    rooms = {room for floor in floors() for room in floor}
    found: dict[tuple[str, str], int] = {}
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            pair = (_room(importer), _room(imported))
            if pair[0] != pair[1] and rooms.issuperset(pair):
                found[pair] = found.get(pair, 0) + 1
    return dict(sorted(found.items()))


def _room(module: str) -> str:
    return (*module.split("."), "")[1]


def picture() -> str:
    """Return the picture as SVG; it takes its colours from the page, so that it is right in the dark as well.

    The rooms stand on a stair. From each a line runs to the right and drops into every room that it imports; the dot
    at the corner is the larger the more imports there are. A line could only rise if an import pointed up.
    """
    rooms = [room for floor in floors() for room in floor]
    places = {room: (_MARGIN + step * _RIGHT, _MARGIN + step * _DOWN) for step, room in enumerate(rooms)}
    size = (_MARGIN * 2 + (len(rooms) - 1) * _RIGHT + _WIDE, _MARGIN * 2 + (len(rooms) - 1) * _DOWN + _HIGH)
    lines = [_line(places, *pair, count) for pair, count in uses().items()]
    boxes = [_box(room, *place) for room, place in places.items()]
    title = "The rooms of wgsched on a stair, the command line on top and the errors below; each with what it imports."
    return "\n".join(
        (
            f'<svg viewBox="0 0 {size[0]} {size[1]}" role="img" style="max-width: 100%; height: auto" '
            f'font-family="sans-serif" font-size="15" stroke="currentColor" fill="currentColor">',
            f"<title>{title}</title>",
            *lines,
            *boxes,
            "</svg>",
        )
    )


def _box(room: str, x: int, y: int) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="5" style="fill: var(--color-background-primary, '
        f'white)"/><text x="{x + _WIDE // 2}" y="{y + _HIGH // 2 + 5}" text-anchor="middle" stroke="none">'
        f"{escape(room)}</text>"
    )


def _line(places: dict[str, tuple[int, int]], upper: str, lower: str, count: int) -> str:
    """Return the line from one room into another, with its dot; where it is pointed at, it says how many imports."""
    (x, y), (a, b) = places[upper], places[lower]
    corner = (a + _WIDE // 2, y + _HIGH // 2)
    dot = round(2 + min(count, 80) ** 0.5 / 1.5, 1)
    return (
        f"<g><title>{upper} imports {lower}: {count}</title>"
        f'<path d="M{x + _WIDE} {corner[1]} H{corner[0]} V{b}" fill="none" opacity="0.35"/>'
        f'<circle cx="{corner[0]}" cy="{corner[1]}" r="{dot}" stroke="none"/></g>'
    )
