"""The shape of an agency's file: the house forms that its sessions share."""

from __future__ import annotations

from pydantic import Field

from wgsched.files.shape.base import Shape

EVERY = "every language"


class AgencyShape(Shape):
    """The wordings of an agency that differ from the usual ones."""

    phrases: dict[str, dict[str, str]] = Field(
        {}, description="Wordings that differ, per language and phrase; under 'every language', in all six."
    )
