"""Thunderbird without a screen, in a profile of its own, that reaches nothing but this machine."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.clients.desktops.marionette import Marionette
from tests.clients.desktops.processes import ended
from tests.clients.desktops.publisher import within

SCRIPT = (Path(__file__).parent / "in_thunderbird.js").read_text("utf-8")
START_SECONDS = 180
PORT_FILE = "MarionetteActivePort"
NOWHERE = 9
"""A port at which nobody listens: what would leave the machine is sent there."""

PREFERENCES: dict[str, object] = {
    "marionette.port": 0,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": NOWHERE,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": NOWHERE,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": NOWHERE,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.update.disabledForTesting": True,
    "extensions.update.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": "data:,",
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "mail.provider.enabled": False,
    "mail.shell.checkDefaultClient": False,
    "mailnews.start_page.enabled": False,
    "mail.rights.version": 1,
    "mail.inappnotifications.enabled": False,
    "app.donation.eoy.version.viewed": 999,
    "calendar.timezone.local": "UTC",
    "calendar.timezone.useSystemTimezone": False,
}


class Thunderbird:
    """Asks the program's own calendar manager."""

    def __init__(self, door: Marionette) -> None:
        self._door = door

    def subscribe(self, name: str, url: str) -> None:
        """Subscribe to a feed under a name."""
        assert self._door.run(SCRIPT, "subscribe", name, url) == "ics"

    def refresh(self, name: str) -> None:
        """Ask for a feed again."""
        self._door.run(SCRIPT, "refresh", name)

    def events(self, name: str) -> list[dict[str, object]]:
        """Return the events that are held."""
        return self._door.run(SCRIPT, "events", name)  # type: ignore[return-value]


@contextmanager
def thunderbird(home: Path) -> Iterator[Thunderbird]:
    """Run Thunderbird until the end of the block; nothing of it is left."""
    profile = home / "profile"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / PORT_FILE).unlink(missing_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines))
    known = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    command = ["thunderbird", "--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
    with (home / "complaints").open("w") as complaints:
        running = subprocess.Popen(
            [*command, "--profile", str(profile)],
            stdin=subprocess.DEVNULL,
            stdout=complaints,
            stderr=complaints,
            text=True,
            env={**known, "HOME": str(home), "TZ": "UTC", "MOZ_HEADLESS": "1", "MOZ_CRASHREPORTER_DISABLE": "1"},
            start_new_session=True,
        )
    try:
        door = Marionette(_port(running, profile / PORT_FILE, home / "complaints"))
        try:
            yield Thunderbird(door)
        finally:
            door.close()
    finally:
        ended(running)


def _port(running: subprocess.Popen[str], file: Path, complaints: Path) -> int:
    def is_open() -> bool:
        assert running.poll() is None, complaints.read_text()[-3000:]
        return file.exists() and file.read_text().isdigit()

    within(START_SECONDS, is_open)
    return int(file.read_text())
