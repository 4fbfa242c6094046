"""A calendar's file: days by which things are to be done. Initials only: it leaves the house."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event


@dataclass(frozen=True)
class Entry:
    """One thing on one day. `key` tells it from every other, and stays the same when its day moves."""

    key: str
    on: date
    text: str
    url: str


def calendar_file(entries: Iterable[Entry], *, name: str, host: str) -> bytes:
    """The whole file. The same entries make the same file."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Children's record//Reminders//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=4), parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, host))
    return calendar.to_ical()


def _event(entry: Entry, host: str) -> Event:
    event = Event()
    event.add("uid", f"{hashlib.sha256(entry.key.encode()).hexdigest()[:32]}@{host}")
    # Of the day itself and not of now: the file changes when something in it does.
    event.add("dtstamp", datetime.combine(entry.on, time(), UTC))
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", entry.text)
    event.add("description", entry.url)
    event.add("url", entry.url)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event
