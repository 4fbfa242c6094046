"""The hours of a turn on duty, as people plan and say them."""

from datetime import date, datetime, time, timedelta

DAY, OUT_OF_HOURS = "day", "out-of-hours"
# What is meant when nobody types hours: an office day, and the night until the next.
USUAL = {DAY: (time(9), time(17)), OUT_OF_HOURS: (time(17), time(9))}


class PastMidnight(Exception):
    """A turn by day that would end the next morning."""


def hours_of_turn(kind: str, day: date, starts: time | None, until: time | None) -> tuple[datetime, datetime]:
    """When a turn begins and ends, by the clock on the wall. Hours left out are the usual ones of the kind.

    Out of hours, an end that is not after the beginning is on the next day. Raises PastMidnight for a turn by day.

    >>> hours_of_turn("out-of-hours", date(2026, 11, 3), None, time(8))
    (datetime.datetime(2026, 11, 3, 17, 0), datetime.datetime(2026, 11, 4, 8, 0))
    """
    usual = USUAL[kind]
    begins = datetime.combine(day, starts or usual[0])
    ends = datetime.combine(day, until or usual[1])
    if ends <= begins:
        if kind == DAY:
            raise PastMidnight
        ends += timedelta(days=1)
    return begins, ends


def clock_in_words(moment: time) -> str:
    """A time as people say it.

    >>> clock_in_words(time(9)), clock_in_words(time(17, 30)), clock_in_words(time(0)), clock_in_words(time(12))
    ('9am', '5.30pm', 'midnight', 'midday')
    """
    if (moment.hour, moment.minute) in ((0, 0), (12, 0)):
        return "midday" if moment.hour else "midnight"
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'pm' if moment.hour >= 12 else 'am'}"
