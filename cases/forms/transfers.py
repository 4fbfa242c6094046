"""The form that passes a record on."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import Team
from camden.office.layout import PlainForm
from cases.forms.deciding import WISHES, add_decision, decision_rows, said_decision
from cases.readings.decisions import Hearing
from cases.rules.deciding import Decided


class TransferForm(PlainForm):
    """To which team, and why; `hearing` is given where somebody led before. `cleaned_data["to"]` is the team."""

    save = "Pass the record on"

    to = forms.ChoiceField(label="To which team?", error_messages={"required": "Choose a team."})
    why = forms.CharField(
        label="Why?",
        help_text="One line. It stands on the timeline.",
        max_length=160,
        error_messages={"required": "Write why, even if it is a few words."},
    )

    def __init__(
        self, *args: Any, teams: Sequence[Team], on: date, hearing: Hearing | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._teams = {str(team.pk): team for team in teams}
        self.fields["to"].choices = [("", "Choose a team"), *((key, team.name) for key, team in self._teams.items())]

        self._asked, self._hearing = list(self.fields), hearing
        if hearing:
            add_decision(self, hearing, kind="worker", asks=("rather",))

    def rows(self) -> list[Any]:
        return [*self._asked, *decision_rows(self, WISHES)] if self._hearing else self._asked

    def decided(self) -> Decided | None:
        """What the family wishes about its worker and team; None where nobody has worked with it yet."""
        if not self._hearing:
            return None
        said = self.cleaned_data
        return said_decision(
            said, what=f"{said['to'].name} works with the family from now on.", why=said["why"], on=self.on
        )

    def clean_to(self) -> Team:
        return self._teams[self.cleaned_data["to"]]
