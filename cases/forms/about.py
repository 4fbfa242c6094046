"""How a day is asked that nobody may know exactly: a day, a month, a year, or how old somebody is."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from camden.rules.names import day_in_words
from cases.rules.about_when import HELP, NotADay, When, read_when

EARLIEST = date(1850, 1, 1)
FURTHEST_DAYS = 300  # a birth that is expected


class AboutField(forms.CharField):
    """One box for a day, a month, a year or an age; its value is a `When`. The form gives it `on`, today."""

    on: date

    def __init__(self, *, future: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", HELP)
        super().__init__(required=False, max_length=40, **kwargs)
        self.future = future

    def prepare_value(self, value: Any) -> Any:
        return value.words if isinstance(value, When) else value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        try:
            when = read_when(typed, self.on)
        except NotADay as why:
            words = str(why).replace(HELP, str(self.help_text) or HELP)
            raise ValidationError(words, code="invalid") from None
        if when and when.first and when.first < EARLIEST:
            raise ValidationError(f"Check the year: {when.words} is too long ago.", code="too_early")
        if when.first and when.first > self.on and not self.future:
            raise ValidationError(f"This cannot be after today, {day_in_words(self.on)}.", code="future")
        if when.first and (when.first - self.on).days > FURTHEST_DAYS:
            raise ValidationError(f"Check the day: {when.words} is too far ahead.", code="too_late")
        return when
