"""All tests read time zones as the program does: from the installed package, not from the machine's own edition."""

import zoneinfo

from hypothesis import Phase, settings

zoneinfo.reset_tzpath(to=())
zoneinfo.ZoneInfo.clear_cache()

settings.register_profile("unshrunk", phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""For mutations: that a test fails is enough there, the smallest failure need not be looked for."""
