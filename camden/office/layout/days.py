"""How a day is asked: today and yesterday at one tap, any other as British people write it."""

import re
from datetime import date, timedelta
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

OTHER = "other"
FURTHEST_YEARS = 20  # nothing is planned for later, so a later year is a slip of the finger

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September"]
_MONTHS += ["October", "November", "December"]
_GAP = r"[\s/.,-]{1,3}"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_WRITTEN = [
    # 3/11/2026 · 3.11 · 3 Nov 26 · 3rd of November 2026
    re.compile(rf"{_DAY}(?: of)?{_GAP}(?P<month>[0-9]{{1,2}}|[a-z]{{3,9}})(?:{_GAP}(?P<year>[0-9]{{4}}|[0-9]{{2}}))?"),
    # 2026-11-03
    re.compile(rf"(?P<year>[0-9]{{4}}){_GAP}(?P<month>[0-9]{{1,2}}){_GAP}{_DAY}"),
    # November 3, 2026
    re.compile(rf"(?P<month>[a-z]{{3,9}}){_GAP}{_DAY}(?:{_GAP}(?P<year>[0-9]{{4}}))?"),
]


class DayAnswer(NamedTuple):
    """What was chosen (a day in ISO form, or `other`) and what was typed."""

    quick: str
    typed: str


class DayWidget(forms.Widget):
    """One box for a day, with quick choices above it. `crispy/day.html` draws it."""

    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> DayAnswer:
        return DayAnswer(str(data.get(f"{name}_quick") or ""), str(data.get(name) or "").strip())

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}_quick" not in data

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        raise NotImplementedError("A day is drawn by the form's layout: {% crispy form %}.")


class DayField(forms.Field):
    """A day in somebody's life or work. Made with `day_field`."""

    widget = DayWidget
    on: date  # the day it is today; the form gives it

    def __init__(self, *, ask: str, recent: bool, future: bool, earliest: date, **kwargs: Any) -> None:
        self.ask, self.recent, self.future, self.earliest = ask, recent, future, earliest
        super().__init__(**kwargs)

    @property
    def example(self) -> str:
        """Today as it may be typed, so that nobody wonders which number is the month."""
        return f"{self.on.day} {self.on.month} {self.on.year}"

    def quick_days(self) -> list[tuple[str, date]]:
        """Today, and yesterday for what has happened or tomorrow for what is planned."""
        if self.future:
            return [("Today", self.on), ("Tomorrow", self.on + timedelta(days=1))]
        return [("Today", self.on), ("Yesterday", self.on - timedelta(days=1))]

    def prepare_value(self, value: Any) -> Any:
        """A day to draw: one of the quick choices, or words in the box."""
        if not isinstance(value, date):
            return value
        if self.recent and any(day == value for _, day in self.quick_days()):
            return DayAnswer(value.isoformat(), "")
        return DayAnswer("", in_words(value))

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        quick, typed = value if isinstance(value, tuple) else ("", str(value))
        if not quick or quick == OTHER:
            return self._read(typed) if typed else None
        chosen = self._read(quick)
        if typed and self._read(typed) != chosen:
            words = f"You chose {in_words(chosen)} and typed “{typed[:40]}”. Keep one of them."
            raise ValidationError(words, code="two_days")
        return chosen

    def validate(self, value: date | None) -> None:
        if value is None:
            if self.required:
                raise ValidationError(f"Enter {self.ask}, for example {self.example}.", code="required")
            return
        if value < self.earliest:
            raise ValidationError(f"Check the year: {in_words(value)} is too long ago.", code="too_early")
        if value > self.on and not self.future:
            ask = self.ask[:1].upper() + self.ask[1:]
            raise ValidationError(f"{ask} cannot be after today, {in_words(self.on)}.", code="future")
        if value.year > self.on.year + FURTHEST_YEARS:
            raise ValidationError(f"Check the year: {in_words(value)} is too far ahead.", code="too_late")

    def _read(self, text: str) -> date:
        found = _written(text)
        month = _month(found["month"]) if found else 0
        if not found or not month:
            words = f"We cannot read that day. Enter {self.ask}, for example {self.example}."
            raise ValidationError(words, code="invalid")
        day, year = int(found["day"]), self._year(int(found["day"]), month, found["year"])
        try:
            return date(year, month, day)
        except ValueError:
            there = f"{day} {_MONTHS[month - 1]} {year:04}" if month <= 12 else f"month {month}"
            raise ValidationError(f"There is no {there}. Check {self.ask}.", code="no_day") from None

    def _year(self, day: int, month: int, typed: str | None) -> int:
        """Only a recent day may do without its year or with half of it; a birthday may not."""
        if typed and len(typed) == 4:
            return int(typed)
        if not self.recent:
            raise ValidationError(f"Give the year with four digits, for example {self.on.year}.", code="year")
        if typed:
            return 2000 + int(typed)
        ahead = (month, day) > (self.on.month, self.on.day)
        return self.on.year - 1 if ahead and not self.future else self.on.year


def day_field(
    label: str,
    *,
    ask: str,
    recent: bool = True,
    future: bool = False,
    earliest: date = date(1900, 1, 1),
    **kwargs: Any,
) -> DayField:
    """Asks for a day. `ask` ends the sentence "Enter …": "the day you visited".

    A `recent` day has Today and Yesterday (Tomorrow where the `future` is allowed) at one tap, and its year
    may be left out. Ask for a birthday with `recent=False`.
    """
    return DayField(label=label, ask=ask, recent=recent, future=future, earliest=earliest, **kwargs)


def in_words(day: date) -> str:
    """3 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"


def _written(text: str) -> re.Match[str] | None:
    text = text.lower() if len(text) <= 40 else ""
    return next((found for form in _WRITTEN if (found := form.fullmatch(text))), None)


def _month(typed: str) -> int:
    """The month's number; 0 for a word that is none."""
    if typed.isdigit():
        return int(typed)
    return next((number for number, name in enumerate(_MONTHS, 1) if name.lower().startswith(typed)), 0)
