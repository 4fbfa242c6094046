"""How a moment is asked for: a day, and beneath it the time on the clock."""

from datetime import date, datetime, time
from typing import Any

from django import forms

from camden.rules.moments import HERE

_TIMES = ["%H:%M", "%H.%M", "%H", "%H%M", "%I%p", "%I.%M%p", "%I:%M%p"]  # "17" before "%H%M", which reads 1:07


class ClockField(forms.TimeField):
    """A time of day as people write it: 9.30, 14:05, 2pm."""

    def to_python(self, value: Any) -> time | None:
        found: time | None = super().to_python(value.replace(" ", "") if isinstance(value, str) else value)
        return found


def clock_field(
    label: str, *, required: bool = True, hint: str = "For example 9.30 or 14:05.", of: str = ""
) -> ClockField:
    """Asks for a time of day. `of`: what happened then, where one form asks for several times."""
    words = {
        "invalid": f"Enter {f'the time {of}' if of else 'a time'}, for example 9.30 or 14:05.",
        "required": f"Enter the time{of and f' {of}'}: hours count from it.",
    }
    return ClockField(
        label=label,
        required=required,
        input_formats=_TIMES,
        help_text=hint,
        error_messages=words,
        widget=forms.TextInput(attrs={"class": "hour", "inputmode": "text"}),
    )


def moment(day: date | None, clock: time | None) -> datetime | None:
    """The moment at which a clock on the wall here showed that time; None without a day or a time."""
    return datetime.combine(day, clock, HERE) if day and clock else None
