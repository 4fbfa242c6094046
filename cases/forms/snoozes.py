"""The form that puts a reminder off."""

from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from camden.rules.workdays import Calendar

LONGEST_REASON = 1000  # characters
AFTER = (1, 2, 3, 5, 10)  # working days


class SnoozeForm(PlainForm):
    """Until when, and why: whoever is told next reads it. `cleaned_data["until_on"]` is a day."""

    save = "Put it off"

    until_on = forms.TypedChoiceField(
        label="Until when?",
        coerce=date.fromisoformat,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a day.", "invalid_choice": "Choose one of these days."},
    )
    reason = forms.CharField(
        label="Why?",
        help_text="Whoever hears of it next reads this.",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write why, even if it is one line."},
    )

    def __init__(self, *args: Any, on: date, calendar: Calendar, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        field: Any = self.fields["until_on"]
        field.choices = [(calendar.add(on, n).isoformat(), _said(calendar.add(on, n), n)) for n in AFTER]

    def rows(self) -> list[Any]:
        return [Field.radios("until_on"), Field("reason")]


def _said(day: date, working_days: int) -> str:
    return f"{day:%A} {day.day} {day:%B}" + (f", in {working_days} working days" if working_days > 1 else "")
