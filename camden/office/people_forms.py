"""Forms about people of the service: their name, their roles, how they are employed."""

from decimal import Decimal
from typing import Any

from django import forms

from camden.access import ROLES, Role
from camden.models import Employment, Team, User
from camden.office.layout import Choice, Field, Fieldset, PlainForm, Size, day_field
from camden.office.teams_reading import team_choices


class PersonForm(PlainForm):
    """Somebody new."""

    save = "Add this person"

    name = forms.CharField(
        label="Name", max_length=120, help_text="As colleagues say it.", error_messages={"required": "Enter a name."}
    )
    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        help_text="They sign in with it, and choose their own password by “Forgotten your password?”.",
        error_messages={"required": "Enter their e-mail address."},
    )


class NameForm(PersonForm):
    """Puts a name right, and the address of somebody who has not signed in yet.

    `cleaned_data["was"]` is the name and the address that were on the page when it was opened.
    """

    save = "Save"

    was_name = forms.CharField(widget=forms.HiddenInput, required=False)
    was_email = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        seen = {"name": person.name, "email": person.email, "was_name": person.name, "was_email": person.email}
        super().__init__(*args, initial=seen, **kwargs)
        self.person = person
        if person.last_login:
            del self.fields["email"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["was"] = (said.get("was_name", ""), said.get("was_email", ""))
        said.setdefault("email", said["was"][1])
        return said

    def show_both(self) -> None:
        """Somebody else was quicker: what it is now is said, what was typed stays, and saving again keeps it."""
        now = f"it is now “{self.person.name}”, {self.person.email}"
        self.add_error("name", f"Somebody else changed this while your page was open: {now}. Save again to keep yours.")
        self.data = data = self.data.copy()
        data["was_name"], data["was_email"] = self.person.name, self.person.email


class RoleForm(PlainForm):
    """A role in a team, from a day. Each role comes with its sentence."""

    save = "Give this role"

    role = forms.ChoiceField(
        label="Which role?", widget=forms.RadioSelect, error_messages={"required": "Choose a role."}
    )
    team = forms.ChoiceField(label="In which team?", error_messages={"required": "Choose a team."})
    started_on = day_field("From which day?", ask="the day the role begins")

    def __init__(self, *args: Any, teams: list[Team], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("started_on", kwargs["on"])
        super().__init__(*args, **kwargs)
        self._teams = {str(team.pk): team for team in teams}
        self.fields["team"].choices = [("", "Choose a team"), *team_choices(teams)]
        self.fields["role"].choices = [
            Choice(role.value, says.label, hint=f"{says.sentence} Sees: {says.sees}")
            for role, says in ROLES.items()
            if role.has_account
        ]

    def rows(self) -> list[Any]:
        return ["team", Field.radios("started_on"), Field.radios("role")]

    def clean_team(self) -> Team:
        return self._teams[self.cleaned_data["team"]]

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class EndingForm(PlainForm):
    """The last day of a role or of a contract."""

    ended_on = day_field("Which was the last day?", ask="the last day")

    def __init__(self, *args: Any, save: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("ended_on", kwargs["on"])
        super().__init__(*args, **kwargs)
        self.save = save

    def rows(self) -> list[Any]:
        return [Field.radios("ended_on")]


class AgreeForm(PlainForm):
    """Nothing to fill in: one button that says what it does."""

    def __init__(self, *args: Any, save: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.save = save


class EmploymentForm(PlainForm):
    """How somebody is employed from a day. What is known already is filled in.

    `cleaned_data` holds the facts as `camden.operations.people.employ` takes them; `present` is the key of the
    contract that was on the page, empty for none.
    """

    save = "Save"

    started_on = day_field("From which day?", ask="the day this begins")
    grade = forms.ChoiceField(
        label="Grade",
        choices=[("", "Choose a grade"), *Employment.Grade.choices],
        help_text="It decides how much a caseload may weigh.",
        error_messages={"required": "Choose a grade."},
    )
    per_cent = forms.DecimalField(
        label="Working time, in per cent of full time",
        min_value=5,
        max_value=100,
        decimal_places=1,
        initial=100,
        help_text="100 is full time; three days of five are 60.",
        error_messages={
            "invalid": "Enter a number, for example 60.",
            "min_value": "Enter 5 or more, for example 60.",
            "max_value": "Nobody works more than full time: enter 100 or less.",
            "max_decimal_places": "Enter one digit after the point at most, for example 62.5.",
        },
    )
    is_agency = forms.BooleanField(label="Employed by an agency", required=False)
    programme = forms.ChoiceField(label="Early-career programme", choices=Employment.Programme.choices, required=False)
    programme_started_on = day_field(
        "When did the programme begin?", ask="the day the programme began", recent=False, required=False
    )
    registered_with = forms.ChoiceField(label="Registered with", choices=Employment.Body.choices, required=False)
    registration_number = forms.CharField(label="Registration number", max_length=20, required=False)
    present = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, present: Employment | None, **kwargs: Any) -> None:
        seen: dict[str, Any] = {"started_on": kwargs["on"], "per_cent": 100, "present": ""}
        if present:
            seen |= {name: getattr(present, name) for name in _KEPT}
            seen |= {"per_cent": f"{present.fte_permille / 10:g}", "present": present.pk}
        super().__init__(*args, initial=seen, **kwargs)
        for name in ("programme", "registered_with"):
            self.fields[name].widget = forms.Select(choices=self.fields[name].choices)

    def rows(self) -> list[Any]:
        programme = Fieldset("programme", "programme_started_on", legend="Early career", legend_size=Size.MEDIUM)
        registration = Fieldset("registered_with", "registration_number", legend="Profession", legend_size=Size.MEDIUM)
        return [Field.radios("started_on"), "grade", "per_cent", "is_agency", programme, registration, "present"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        began = said.get("programme_started_on")
        if said.get("programme") and not began and "programme_started_on" not in self.errors:
            self.add_error("programme_started_on", "Enter the day the programme began: protection counts from it.")
        if began and not said.get("programme"):
            self.add_error("programme", "Choose the programme, or take out the day beneath.")
        if said.get("registration_number") and not said.get("registered_with"):
            self.add_error("registered_with", "Choose who registers them, or take out the number beneath.")
        return said

    def facts(self) -> dict[str, Any]:
        """What `employ` wants, without the day."""
        said = {name: self.cleaned_data[name] for name in _KEPT}
        return said | {"fte_permille": int(Decimal(self.cleaned_data["per_cent"]) * 10)}

    def show_both(self, present: Employment | None) -> None:
        """Somebody else was quicker: what it is now is said, what was typed stays, and saving again keeps it."""
        now = f"{present.get_grade_display()}, {present.fte_permille / 10:g}%" if present else "none"
        words = f"Somebody else changed the employment while your page was open: it is now {now}."
        self.add_error("grade", f"{words} Save again to keep yours.")
        self.data = data = self.data.copy()
        data["present"] = str(present.pk) if present else ""


_KEPT = (
    "grade",
    "is_agency",
    "programme",
    "programme_started_on",
    "registered_with",
    "registration_number",
)
