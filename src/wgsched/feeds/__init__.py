"""The calendar feeds that delegates subscribe to, and the linter that judges any calendar file."""

from wgsched.feeds.linting import Finding, lint

__all__ = ["Finding", "lint"]
