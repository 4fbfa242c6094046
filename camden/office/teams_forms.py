"""Forms about teams."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator

from camden.models import Team
from camden.office.layout import Choice, Field, PlainForm
from camden.office.teams_reading import team_choices

_LETTERS = RegexValidator(r"^[A-Za-z0-9-]+$", "Use letters, digits and hyphens only, for example CIN-SOUTH.")


class TeamForm(PlainForm):
    """A new service, team or pod, and what it stands beneath. `cleaned_data["parent"]` is a Team, or None."""

    save = "Open this team"

    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "Enter the team’s name."})
    code = forms.CharField(
        label="Short name",
        max_length=40,
        validators=[_LETTERS],
        help_text="For lists and returns, for example CIN-SOUTH. It stays when the name changes.",
        error_messages={"required": "Enter a short name, for example CIN-SOUTH."},
    )
    kind = forms.ChoiceField(
        label="What is it?",
        choices=[
            Choice(Team.Kind.SERVICE, "Service", hint="Holds teams: for example Children in Need."),
            Choice(Team.Kind.TEAM, "Team", hint="Has a manager, and holds pods."),
            Choice(Team.Kind.POD, "Pod", hint="A senior practitioner and four to six workers."),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is."},
    )
    parent = forms.ChoiceField(label="Beneath which team?", required=False)

    def __init__(self, *args: Any, teams: list[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        larger = [team for team in teams if team.kind != Team.Kind.POD]
        self._teams = {str(team.pk): team for team in larger}
        self.fields["parent"].choices = [("", "None: it stands at the top"), *team_choices(larger)]

    def rows(self) -> list[Any]:
        return ["name", "code", Field.radios("kind"), "parent"]

    def clean_parent(self) -> Team | None:
        return self._teams.get(self.cleaned_data["parent"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if (
            said.get("kind") in (Team.Kind.TEAM, Team.Kind.POD)
            and not said.get("parent")
            and "parent" not in self.errors
        ):
            self.add_error("parent", "Choose the service or team it stands beneath.")
        return said


class TeamNameForm(PlainForm):
    """Another name for a team. `version` is the one that was on the page."""

    save = "Save"

    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "Enter the team’s name."})
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, initial={"name": team.name, "version": team.version}, **kwargs)
        self.team = team

    def show_both(self) -> None:
        """Somebody else was quicker: what it is now is said, what was typed stays, and saving again keeps it."""
        words = f"Somebody else changed this while your page was open: it is now “{self.team.name}”."
        self.add_error("name", f"{words} Save again to keep yours.")
        self.data = data = self.data.copy()
        data["version"] = str(self.team.version)
