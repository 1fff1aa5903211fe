"""All tests read time zones as the program does: from the installed package, not from the machine's own edition."""

import zoneinfo

zoneinfo.reset_tzpath(to=())
zoneinfo.ZoneInfo.clear_cache()
