"""The forms of a conference's page: its next stage, the people who may come."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, Fieldset, PlainForm, Size, day_field
from conferences.models import Invitee
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


class InviteeForm(PlainForm):
    """Somebody who may come."""

    name = forms.CharField(label="Name, as the family says it", max_length=120)
    tie = forms.CharField(
        label="Who are they to the child?", help_text="For example Dad’s mother, neighbour, teacher.",
        max_length=120, required=False,
    )  # fmt: skip
    side = forms.ChoiceField(label="Whose side?", choices=Invitee.Side.choices, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="They are", choices=Invitee.Kind.choices, widget=forms.RadioSelect)
    answer = forms.ChoiceField(label="What did they say?", choices=Invitee.Answer.choices, widget=forms.RadioSelect)
    reach = forms.CharField(
        label="How to reach them", widget=forms.Textarea(attrs={"rows": 2}), max_length=500, required=False
    )
    safe_contact = forms.CharField(
        label="How is it safe to contact them?",
        help_text="For example only mornings, no messages left.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        required=False,
    )
    taking_part = forms.CharField(
        label="How do they take part?",
        help_text="Another room, another time, by video, a door of their own, somebody at their side.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        first = {"kind": Invitee.Kind.FAMILY, "answer": Invitee.Answer.NOT_ASKED}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)

    def rows(self) -> list[Any]:
        yours = Fieldset("reach", "safe_contact", "taking_part", legend="For you alone", legend_size=Size.MEDIUM)
        return ["name", "tie", *(Field.radios(name) for name in ("side", "kind", "answer")), yours, "version"]

    def show_version(self, version: int) -> None:
        """Somebody else saved meanwhile: keep what was typed, for the version that is there now."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    def facts(self) -> dict[str, Any]:
        """What the operation takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
