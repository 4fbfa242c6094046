"""The form that passes a record on."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.models import Team
from camden.office.layout import PlainForm


class TransferForm(PlainForm):
    """To which team, and why. `cleaned_data["to"]` is the team."""

    save = "Pass the record on"

    to = forms.ChoiceField(label="To which team?", error_messages={"required": "Choose a team."})
    why = forms.CharField(
        label="Why?",
        help_text="One line. It stands on the timeline.",
        max_length=160,
        error_messages={"required": "Write why, even if it is a few words."},
    )

    def __init__(self, *args: Any, teams: Sequence[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._teams = {str(team.pk): team for team in teams}
        self.fields["to"].choices = [("", "Choose a team"), *((key, team.name) for key, team in self._teams.items())]

    def clean_to(self) -> Team:
        return self._teams[self.cleaned_data["to"]]
