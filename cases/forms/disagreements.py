"""The form for how somebody sees it differently."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, day_field
from cases.forms.asking import choose_among
from cases.models import Member

OTHER = "other"


class DisagreementForm(PlainForm):
    """How somebody sees an entry differently. `cleaned_data` holds `member`, or `said_by` for somebody else."""

    save = "Attach it"

    who = forms.ChoiceField(
        label="Who sees it differently?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who sees it differently."},
    )
    said_by = forms.CharField(
        label="Somebody else: who?", help_text="Only if they are not named above.", required=False, max_length=120
    )
    words = forms.CharField(
        label="In their words",
        help_text="As they want it to stand. It is shown wherever the entry is, as large as ours, and nobody edits it.",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write what they want to stand here."},
    )
    said_on = day_field("When did they tell us?", ask="the day they told us")

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("said_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._people = choose_among(self, "who", people, Choice(OTHER, "Somebody else"))

    def rows(self) -> list[Any]:
        return [Field.radios("who", inline=True), "said_by", "words", Field.radios("said_on")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["member"] = self._people.get(said.get("who", ""))
        if said.get("who") == OTHER and not said.get("said_by") and "said_by" not in self.errors:
            self.add_error("said_by", "Write who it is.")
        return said
