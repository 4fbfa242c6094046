"""How a time of day is asked for: typed as people write it."""

from datetime import time
from typing import Any

from django import forms

_TIMES = ["%H:%M", "%H.%M", "%H", "%H%M", "%I%p", "%I.%M%p", "%I:%M%p"]  # "17" before "%H%M", which reads 1:07
FOR_EXAMPLE = "For example 9.30 or 14:05."


class HourField(forms.TimeField):
    """A time of day as people write it: 9.30, 14:05, 2 pm, 17."""

    def to_python(self, value: Any) -> time | None:
        found: time | None = super().to_python("".join(value.split()) if isinstance(value, str) else value)
        return found

    def prepare_value(self, value: Any) -> Any:
        """A time that is known already stands there as it may be typed: without seconds, which nobody writes."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


def hour_field(label: str, *, required: bool = True, hint: str = FOR_EXAMPLE, ask: str = "", of: str = "") -> HourField:
    """Asks for a time of day. `ask` says why it is needed, in a sentence, to whoever leaves it empty; `of` what
    happened then, where one form asks for several times.
    """
    return HourField(
        label=label,
        required=required,
        input_formats=_TIMES,
        help_text=hint,
        error_messages={
            "invalid": f"Enter {f'the time {of}' if of else 'a time'}, for example 9.30 or 14:05.",
            "required": ask or "Enter the time, for example 9.30 or 14:05.",
        },
        widget=forms.TextInput(attrs={"class": "hour", "inputmode": "text"}),
    )
