"""What somebody types into the box that finds: words of a name or a text, a day of birth, a number."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

MOST_WORDS = 10
ROOM = 90  # characters of a snippet before and after the first word that was found
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAYS = (
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?(?P<year>\d{4}|\d{2})(?![\d.])"),
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})\.?\s+(?P<year>\d{4})(?!\d)", re.I),
)
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = frozenset(
    ("", "d", "e", "ed", "en", "er", "ers", "es", "ful", "ied", "ier", "ies", "iest", "ily", "iness")
    + ("ing", "ings", "ly", "ment", "ments", "ness", "s", "t", "y")
)


@dataclass(frozen=True)
class Sought:
    """What is looked for: `words` without the day of birth, which is `born_on`."""

    words: str
    born_on: date | None = None

    @property
    def is_whole_name(self) -> bool:
        """Two words at least, none of them a number."""
        parts = self.words.split()
        return len(parts) > 1 and not any(any(sign.isdigit() for sign in part) for part in parts)

    @property
    def is_number(self) -> bool:
        """One word with a digit in it: an identifier, as far as one can tell."""
        return len(self.words.split()) == 1 and any(sign.isdigit() for sign in self.words)


@dataclass(frozen=True)
class Part:
    """A piece of a snippet; `is_found` when it is one of the words looked for."""

    text: str
    is_found: bool = False


def read_sought(said: str, on: date) -> Sought:
    """A day of birth anywhere among the words is taken out of them; a day that is none, or to come, is only words.

    >>> read_sought("anisa 3.4.2015", date(2026, 11, 3))
    Sought(words='anisa', born_on=datetime.date(2015, 4, 3))
    >>> read_sought("2015-04-03", date(2026, 11, 3))
    Sought(words='', born_on=datetime.date(2015, 4, 3))
    >>> read_sought("31.2.2015", date(2026, 11, 3))
    Sought(words='31.2.2015', born_on=None)
    """
    for form in _DAYS:
        found = form.search(said)
        day = _day(found["day"], found["month"], found["year"], on) if found else None
        if found and day:
            return Sought(" ".join(f"{said[: found.start()]} {said[found.end() :]}".split()), day)
    return Sought(" ".join(said.split()))


def snippet(text: str, words: str) -> tuple[Part, ...]:
    """The place in a text where the first of the words stands, with every such word marked; else its beginning.

    Two words are the same when they differ in capitals, accents and an ending: "bruised" and "bruises".
    """
    sought = [folded(word) for word in _WORD.findall(words)]
    text = " ".join(text.split())
    places = [place for place in _WORD.finditer(text) if _is_among(folded(place[0]), sought)]
    start = max(0, places[0].start() - ROOM) if places else 0
    end = min(len(text), (places[0].end() if places else ROOM) + ROOM)
    if start:
        start = text.find(" ", start) + 1 if 0 <= text.find(" ", start) < places[0].start() else start
    if end < len(text) and text.rfind(" ", start, end) > (places[0].end() if places else start):
        end = text.rfind(" ", start, end)
    return tuple(part for part in _cut(text, start, end, places) if part.text)


def folded(word: str) -> str:
    """Without capitals and accents, as a search reads it.

    >>> folded("Zoë")
    'zoe'
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _cut(text: str, start: int, end: int, places: list[re.Match[str]]) -> list[Part]:
    """The text from `start` to `end`, the words at `places` apart, with dots where something is left out."""
    parts, at = [Part("… ")] if start else [], start
    for place in places:
        if place.end() <= end:
            parts += [Part(text[at : place.start()]), Part(place[0], is_found=True)]
            at = place.end()
    return [*parts, Part(text[at:end] + (" …" if end < len(text) else ""))]


def _is_among(word: str, sought: list[str]) -> bool:
    return any(word == one or _are_alike(word, one) for one in sought)


def _are_alike(one: str, other: str) -> bool:
    """Whether two words are one but for an ending of English."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    # From the longest beginning they share downwards: "happy" and "happiness" share "happ".
    return same > 2 and any(one[at:] in _ENDINGS and other[at:] in _ENDINGS for at in range(same, max(2, same - 2), -1))


def _day(day: str, month: str, year: str, on: date) -> date | None:
    named = [place for place, name in enumerate(_MONTHS, 1) if name.startswith(month.lower())]
    number = int(month) if month.isdigit() else named[0] if named else 0
    whole = int(year) if len(year) == 4 else 2000 + int(year) - (100 if 2000 + int(year) > on.year else 0)
    try:
        found = date(whole, number, int(day))
    except ValueError:
        return None
    return found if date(1900, 1, 1) <= found <= on else None
