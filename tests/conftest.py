"""All tests read time zones as the program does, and see the same examples in every run unless asked for new ones."""

import zoneinfo

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.installing import Installer

zoneinfo.reset_tzpath(to=())
zoneinfo.ZoneInfo.clear_cache()  # the machine's own edition is not what the installed package has

settings.register_profile("exploring")
"""Other examples in every run: to look for what the usual ones do not show."""
settings.register_profile("repeatable", derandomize=True, suppress_health_check=[HealthCheck.too_slow])
"""The same examples in every run and on every machine, however slow: what passes here passes elsewhere."""
settings.register_profile("unshrunk", phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""For mutations: that a test fails is enough there, the smallest failure need not be looked for."""
settings.load_profile("repeatable")


@pytest.fixture
def install(tmp_path_factory, monkeypatch):
    """Return what installs a package of another author, which is gone after the test."""
    installer = Installer(tmp_path_factory.mktemp("site"), monkeypatch)
    yield installer
    monkeypatch.undo()
    installer.remove()
