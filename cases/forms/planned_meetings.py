"""The forms that arrange a meeting, and call it off."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms

from camden.office.layout import Button, Field, PlainForm, hour_field
from cases.forms.planned_visits import DayButtons, day_of_button, typed_day
from cases.rules.journey import MEETING_KIND
from cases.rules.planning import day_ahead

LONGEST_PLACE, LONGEST_WHY = 200, 200  # characters


class ArrangeForm(PlainForm):
    """Which meeting, at what time, where; then one tap on a day arranges it. `cleaned_data["planned_on"]` is a day.

    `kinds` are codes of MEETING_KIND, those that fit the family's plans.
    """

    save = ""

    kind = forms.ChoiceField(
        label="Which meeting?", widget=forms.RadioSelect, error_messages={"required": "Choose which meeting it is."}
    )
    starts = hour_field("At what time?", ask="Enter the time, for example 9.30 or 14:05.")
    place = forms.CharField(
        label="Where?",
        help_text="It stands in every letter: no home whose address is not to be shared.",
        required=False,
        max_length=LONGEST_PLACE,
    )
    day = forms.CharField(required=False)
    other = typed_day("Another day")

    def __init__(
        self, *args: Any, on: date, days: Sequence[date], due_on: date | None, kinds: Sequence[str], **kwargs: Any
    ) -> None:
        first = {"starts": time(10), "kind": kinds[0] if len(kinds) == 1 else None}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self.days = [(day, day_ahead(day, on), "due" if day == due_on else "") for day in days]
        named: Any = self.fields["kind"]
        named.choices = [(kind, MEETING_KIND[kind]) for kind in kinds]

    def rows(self) -> list[Any]:
        return [Field.radios("kind"), "starts", "place", DayButtons(), "other",
                Button("", "Arrange it for that day", kind="secondary")]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["planned_on"] = day_of_button(said.get("day", "")) or said.get("other")
        if not said["planned_on"] and "other" not in self.errors:
            self.add_error("other", "Choose a day.")
        return said


class CallingOffForm(PlainForm):
    """Why a meeting will not take place."""

    save = "Call it off"

    why = forms.CharField(
        label="Why will it not take place?",
        help_text="The limit for the meeting does not move. Arrange another day as soon as you can.",
        max_length=LONGEST_WHY,
        error_messages={"required": "Write why, even if it is two words."},
    )
