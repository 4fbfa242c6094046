"""What to ask about a day that a family meets on. Asked, and never decided: families differ.

| rule | source |
|---|---|
| days and hours of prayer, fasts and feasts are thought of for each conference | REFERENCE 6.2.3 |
| the day is the family's; nothing here holds it up | PRACTICE 1 |
| no dates of feasts are kept: they differ by community and by the moon, and the family knows its own | DESIGN |
"""

from datetime import date

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
ASKS: dict[int, str] = {
    FRIDAY: "It is a Friday. Ask about midday prayers, and about the Sabbath from dusk.",
    SATURDAY: "It is a Saturday. Ask about the Sabbath, which lasts until nightfall.",
    SUNDAY: "It is a Sunday. Ask about church.",
}
FEASTS = "Ask about fasts and feasts near the day: the family knows its own."


def asks_of(day: date) -> str:
    """What to ask about this day of the week; empty on the others.

    >>> asks_of(date(2026, 11, 6))
    'It is a Friday. Ask about midday prayers, and about the Sabbath from dusk.'
    """
    return ASKS.get(day.weekday(), "")
