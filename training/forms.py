"""The form for a piece of continuing professional development."""

from datetime import date
from typing import Any

from django import forms

from camden.models import Team
from camden.office.layout import Button, Field, PlainForm, day_field
from training.models import Piece

# What a final piece must say, and the sentence that asks for it.
ASKED = {
    "description": "Say what you did and why it matters to your work.",
    "learned": "Write what you learned.",
    "impact": "Write what it changed in your practice and for people.",
}


class PieceForm(PlainForm):
    """One piece, in the order of Social Work England's own form. A draft may be as empty as it likes."""

    save = ""

    activity = forms.ChoiceField(label="What kind of activity was it?", choices=Piece.Activity.choices)
    done_on = day_field("When was it?", ask="the day it was")
    description = forms.CharField(
        label="What did you do, and why does it matter to your work?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    learned = forms.CharField(label="What did you learn?", required=False, widget=forms.Textarea(attrs={"rows": 5}))
    impact = forms.CharField(
        label="What good has it done, in your practice and for people?",
        help_text="“A mother”, “a brother and sister”: nobody should be able to tell who they are.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    peer_with = forms.CharField(
        label="Whom did you reflect with?",
        help_text="A colleague or several, by name. One piece a year needs this; leave it empty in the others.",
        required=False,
        max_length=200,
    )
    peer_changed = forms.CharField(
        label="What did talking with them change?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def rows(self) -> list[Any]:
        asked = ["activity", Field.radios("done_on"), "description", "learned", "impact", "peer_with", "peer_changed"]
        return [*asked, Button("draft", "Keep as a draft", kind="secondary"), Button("final", "Make it final")]

    @property
    def is_final(self) -> bool:
        """Whether the author asked to make it final."""
        return "final" in self.data

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name, sentence in ASKED.items():
            if self.is_final and not said.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        if said.get("peer_changed") and not said.get("peer_with"):
            self.add_error("peer_with", "Say whom you reflected with, or take out what it changed.")
        if self.is_final and said.get("peer_with") and not said.get("peer_changed"):
            self.add_error("peer_changed", "Say what talking with them changed, or take out the names.")
        return said


class WorkshopForm(PlainForm):
    """What a team took part in. `teams` are those to choose from."""

    save = "Note it for everybody"

    title = forms.CharField(
        label="What was it called?",
        help_text="No family’s name: everybody who was there reads it.",
        max_length=160,
        error_messages={"required": "Enter what it was called."},
    )
    on = day_field("When was it?", ask="the day it was")
    team = forms.ChoiceField(label="Who took part?", help_text="The team, and the pods beneath it.")

    def __init__(self, data: Any = None, *, teams: list[Team], on: date) -> None:
        super().__init__(data, on=on)
        self._teams = {str(team.pk): team for team in teams}
        self.fields["team"].choices = [(key, team.name) for key, team in self._teams.items()]

    def rows(self) -> list[Any]:
        return ["title", Field.radios("on"), "team"]

    def clean_team(self) -> Team:
        """The team itself."""
        return self._teams[self.cleaned_data["team"]]
