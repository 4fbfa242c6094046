"""The form that plans a turn on duty."""

from typing import Any

from django import forms
from django.utils import timezone

from camden.models import Duty, Team, User
from camden.office.layout import Choice, Field, PlainForm, day_field, hour_field
from camden.office.rota_reading import Planning
from camden.office.teams_reading import team_choices
from camden.rules.rota import PastMidnight, hours_of_turn


class DutyForm(PlainForm):
    """One turn. `cleaned_data` holds `starts_at` and `ends_at`; hours left empty are the usual ones of the kind."""

    save = "Put on the rota"

    worker = forms.ChoiceField(label="Who?", error_messages={"required": "Choose who is on duty."})
    team = forms.ChoiceField(
        label="For which team?",
        help_text="While the turn lasts they read its ordinary records and those of every team beneath it.",
        error_messages={"required": "Choose a team."},
    )
    kind = forms.ChoiceField(
        label="By day, or out of hours?",
        choices=[
            Choice(Duty.Kind.DAY, "Duty by day", hint="Usually 9am to 5pm."),
            Choice(Duty.Kind.OUT_OF_HOURS, "Out of hours", hint="Usually 5pm to 9am the next morning."),
        ],
        initial=Duty.Kind.DAY,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
    day = day_field("On which day does it begin?", ask="the day the turn begins", future=True)
    starts = hour_field("From", required=False, hint="Leave both empty for the usual hours.")
    until = hour_field(
        "Until", required=False, hint="Out of hours, a time that is earlier than “From” is the next morning."
    )

    def __init__(self, *args: Any, planning: Planning, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._teams = {str(team.pk): team for team in planning.teams}
        self._workers = {str(worker.pk): worker for worker, _ in planning.workers}
        people = [(str(worker.pk), words) for worker, words in planning.workers]
        self.fields["worker"].choices = [("", "Choose somebody"), *people]
        self.fields["team"].choices = [("", "Choose a team"), *team_choices(planning.teams)]

    def rows(self) -> list[Any]:
        return ["worker", "team", Field.radios("kind"), Field.radios("day"), "starts", "until"]

    def clean_worker(self) -> User:
        return self._workers[self.cleaned_data["worker"]]

    def clean_team(self) -> Team:
        return self._teams[self.cleaned_data["team"]]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not {"kind", "day", "starts", "until"} <= said.keys():
            return said
        try:
            begins, ends = hours_of_turn(said["kind"], said["day"], said["starts"], said["until"])
        except PastMidnight:
            self.add_error("until", "A turn by day ends on the same day. Enter a later time, or choose out of hours.")
        else:
            said["starts_at"], said["ends_at"] = timezone.make_aware(begins), timezone.make_aware(ends)
        return said

    def turn(self) -> dict[str, Any]:
        """What `plan_duty` wants, without who plans."""
        return {name: self.cleaned_data[name] for name in ("worker", "team", "kind", "starts_at", "ends_at")}
