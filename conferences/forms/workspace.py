"""The forms of a conference's page: its next stage, its meeting, the agency's answer."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, day_field
from conferences.rules.stages import NEEDS_A_REASON, Stage


class StageForm(PlainForm):
    """Which stage comes next. `stages` are those this person may choose; `cleaned_data["to"]` is a Stage."""

    to = forms.ChoiceField(
        label="What comes next?", widget=forms.RadioSelect, error_messages={"required": "Choose what comes next."}
    )
    happened_on = day_field("Since when?", ask="the day")
    reason = forms.CharField(
        label="Why?",
        help_text="Needed for a pause, a stop, a meeting without a plan, and when a conference is not offered.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, stages: Sequence[Stage], on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("happened_on", on)
        super().__init__(*args, on=on, **kwargs)
        self.fields["to"].choices = [Choice(stage.value, stage.label, hint=stage.says) for stage in stages]

    def rows(self) -> list[Any]:
        return [Field.radios("to"), Field.radios("happened_on"), Field("reason")]

    def clean_to(self) -> Stage:
        return Stage(self.cleaned_data["to"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("to") in NEEDS_A_REASON and not said.get("reason"):
            self.add_error("reason", "Write why, in words the family could read.")
        return said


class MeetingForm(PlainForm):
    """The day the family met, and the two times of its time alone."""

    save = "The family has met"

    held_on = day_field("When did the family meet?", ask="the day the family met")
    place = forms.CharField(label="Where?", max_length=120, required=False)
    private_from = forms.TimeField(
        label="Private family time began at",
        help_text="For example 14:10.",
        required=False,
        error_messages={"invalid": "Enter a time, for example 14:10."},
    )
    private_until = forms.TimeField(
        label="The family opened the door at",
        help_text="When they were ready. Nothing else is kept of that time.",
        required=False,
        error_messages={"invalid": "Enter a time, for example 15:40."},
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("held_on", on)
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("held_on"), "place", "private_from", "private_until"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        began, ended = said.get("private_from"), said.get("private_until")
        if ended and not began:
            self.add_error("private_from", "Enter when the family’s time alone began.")
        elif ended and ended <= began:
            self.add_error("private_until", "Enter a time after the one it began at.")
        return said
