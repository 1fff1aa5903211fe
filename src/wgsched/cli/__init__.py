"""The command line: parses, calls the verbs, prints."""

from wgsched.cli.app import main

__all__ = ["main"]
