"""From the shape of a session file to the nouns."""

from wgsched.files.building.session import built

__all__ = ["built"]
