"""The templates of pages, which lie in the folder ``templates`` of a package, beside styles and scripts."""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files

import jinja2
from markupsafe import Markup


def source(package: str, name: str) -> str:
    """Return a file of the folder as text."""
    return files(package).joinpath("templates", name).read_text(encoding="utf-8")


def template(package: str, name: str) -> jinja2.Template:
    """Return a template of the folder; it is compiled once."""
    return _environment(package).get_template(name)


@cache
def _environment(package: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(partial(source, package)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["svg"] = Markup
    return environment
