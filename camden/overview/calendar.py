"""A calendar's file: days by which things are to be done, as RFC 5545 writes them. Initials only: it leaves the house.

Four properties of an event are all it needs, so it is written here and not by a library.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = 73  # octets of a line before it is folded, so that with the fold's own it stays under 75


@dataclass(frozen=True)
class Entry:
    """One thing on one day. `key` tells it from every other, and stays the same when its day moves."""

    key: str
    on: date
    text: str
    url: str


def calendar_file(entries: Iterable[Entry], *, name: str, host: str) -> str:
    """The whole file, lines ending as the standard asks. The same entries make the same file."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Children's record//Reminders//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", f"X-WR-CALNAME:{_escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    ]  # fmt: skip
    for entry in entries:
        lines += _event(entry, host)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(entry: Entry, host: str) -> list[str]:
    uid = hashlib.sha256(entry.key.encode()).hexdigest()[:32]
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@{host}",
        f"DTSTAMP:{entry.on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(entry.text)}",
        f"DESCRIPTION:{_escaped(entry.url)}",
        f"URL:{entry.url}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for letter in ("\\", ";", ","):
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> list[str]:
    """A line of more than 75 octets goes on in the next, after a blank; no character is cut in two."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST:
            parts.append(part)
            part = letter
        else:
            part += letter
    return [parts[0], *(f" {each}" for each in [*parts[1:], part])] if parts else [part]
