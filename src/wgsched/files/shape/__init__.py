"""The records of the session file: what may be written where, and the decoder that reads it."""

from wgsched.files.shape.decoder import SessionDecoder, shape_of
from wgsched.files.shape.session import SessionShape

__all__ = ["SessionDecoder", "SessionShape", "shape_of"]
