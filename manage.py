#!/usr/bin/env python3
"""The one command: `python3 manage.py demo`, `up`, `test`, or any of Django's. Needs Python 3.11 only."""

import os
import sys

# Before any import of ours: an older Python could not even read those files.
if sys.version_info < (3, 11):  # noqa: UP036 - the person who sees this runs an older one
    sys.exit("Camden needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031
if os.name != "posix":
    sys.exit("Camden runs on Linux and macOS; on Windows, use it inside WSL.")


def main():
    """Get the packages, then do what was asked in their Python."""
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - no import before the check
    from camden.bootstrap import hand_over

    hand_over(sys.argv)
    from camden.servers.commands import run

    return run(sys.argv, django)


def django(argv):
    """Run one of Django's commands, or of ours."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "camden.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(argv)


if __name__ == "__main__":
    sys.exit(main())
