"""Forms for bare dated facts."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field, hour_field
from camden.rules.moments import moment_here
from cases.models import Member
from cases.rules.milestones import TELLINGS, by_group

LONGEST_WHY = 200  # characters: it stands on the timeline


class MilestoneForm(PlainForm):
    """One dated fact, for the children it happened to. `cleaned_data` holds `children` and `happened_at`."""

    save = "Record it"

    what = forms.ChoiceField(
        label="What happened?",
        choices=[("", "Choose one"), *by_group()],
        error_messages={"required": "Choose what happened."},
    )
    children = forms.MultipleChoiceField(
        label="To which children?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one child."},
    )
    happened_on = day_field("On which day?", ask="the day it happened")
    happened_clock = hour_field(
        "At what time?",
        required=False,
        hint="Where hours count: missing and returned, return interviews, police protection, emergency orders.",
    )
    note = forms.CharField(
        label="Anything to add?", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, children: Sequence[Member], at: datetime, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.people, self._at = {str(child.pk): child for child in children}, at
        self.fields["children"].choices = [
            (key, f"{child.name}, {age}" if (age := child.age(on)) else child.name)
            for key, child in self.people.items()
        ]

    def rows(self) -> list[Any]:
        return ["what", Field.checkboxes("children"), Field.radios("happened_on"), "happened_clock", "note"]

    def clean_children(self) -> list[Member]:
        return [self.people[key] for key in self.cleaned_data["children"]]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        telling = TELLINGS.get(said.get("what", ""))
        said["happened_at"] = moment_here(said.get("happened_on"), said.get("happened_clock"))
        if said["happened_at"] and said["happened_at"] > self._at:
            self.add_error("happened_clock", "Enter a time that has passed.")
        if telling and telling.asks_minute and not said.get("happened_clock") and "happened_clock" not in self.errors:
            self.add_error("happened_clock", "Enter the time: hours count from it.")
        return said


class StrikeForm(PlainForm):
    """Why a fact was not so."""

    save = "Take it back"

    why = forms.CharField(
        label="Why was it not so?",
        help_text="It stays to be read, crossed out, with your name and reason. Nothing counts from it any more.",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write why it was not so, even if it is one line."},
    )
