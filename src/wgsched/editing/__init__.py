"""Changes to a programme by hand: each verb gives a new programme, and says what changed, broke and costs more."""

from wgsched.editing.destinations import Destination, destinations
from wgsched.editing.edits import Edit, RefusedEdit, together
from wgsched.editing.exchange import swap_meetings
from wgsched.editing.history import History
from wgsched.editing.meetings import cancel, hold, retime, room
from wgsched.editing.pins import pin, unpin
from wgsched.editing.rows import move, place, split, swap, take_out
from wgsched.editing.verbs import AskedEdit, edit

__all__ = [
    "AskedEdit",
    "Destination",
    "Edit",
    "History",
    "RefusedEdit",
    "cancel",
    "destinations",
    "edit",
    "hold",
    "move",
    "pin",
    "place",
    "retime",
    "room",
    "split",
    "swap",
    "swap_meetings",
    "take_out",
    "together",
    "unpin",
]
