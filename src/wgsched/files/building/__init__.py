"""From the shape of a session file to the nouns."""

from wgsched.files.building.session import built, meetings_in

__all__ = ["built", "meetings_in"]
