"""What keeps people safe: said at any time, and ended with a day."""

from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field
from conferences.models import SafetyFact


class SafetyForm(PlainForm):
    """One fact that the coordinator must know, whatever anybody agreed to share."""

    save = "Tell the coordinator"

    kind = forms.ChoiceField(
        label="What is it?",
        choices=SafetyFact._meta.get_field("kind").choices or [],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is."},
    )
    about = forms.CharField(
        label="About whom?",
        max_length=160,
        help_text="A name, or two who must not meet.",
        error_messages={"required": "Say about whom."},
    )
    words = forms.CharField(
        label="What must the coordinator know?",
        help_text="What it forbids or protects. Leave the address itself out: that there is one is enough.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what the coordinator must know."},
    )
    ends_on = day_field(
        "Until when, if it has an end?", ask="the day it ends", recent=False, future=True, required=False
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("kind"), "about", "words", "ends_on"]


class SafetyEndingForm(PlainForm):
    """Since when it is over."""

    save = "It is over"

    ended_on = day_field("Since when is it over?", ask="the day it ended")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("ended_on")]
