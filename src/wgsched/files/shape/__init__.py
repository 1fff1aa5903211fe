"""The schema of the session file: what may be written where, before it means anything."""

from wgsched.files.shape.session import SessionShape
from wgsched.files.shape.validating import validated

__all__ = ["SessionShape", "validated"]
