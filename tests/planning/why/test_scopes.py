"""What a demand speaks about, as the desk hears it that puts nothing together."""

from wgsched.model import Desk
from wgsched.planning.model.verbs.counting import CountingVerbs
from wgsched.planning.model.verbs.gaps import GapVerbs
from wgsched.planning.model.verbs.rooms import RoomVerbs
from wgsched.planning.why.scopes import ScopeDesk


def test_it_knows_every_verb_of_rules():
    verbs = {name for name in vars(Desk) if not name.startswith("_") and callable(getattr(Desk, name))}
    quantities = {name for name in verbs if "Quantity" in str(getattr(Desk, name).__annotations__.get("return"))}
    assert sorted(verbs - quantities - set(dir(ScopeDesk))) == []
    assert quantities <= set(dir(GapVerbs)) | set(dir(CountingVerbs)) | set(dir(RoomVerbs))
