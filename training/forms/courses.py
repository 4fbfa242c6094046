"""Forms of whoever looks after courses: a workshop that was, a course, a date, an attendance sheet."""

from datetime import date, timedelta
from typing import Any

from django import forms

from camden.models import Team, User
from camden.office.layout import Field, PlainForm, day_field, hour_field
from camden.rules.moments import moment_here
from training.models import Course, RequiredItem
from training.rules.ladder import Step

FURTHEST_BACK = timedelta(weeks=104)
MOST_BYTES = 4_000_000
TOO_LARGE = "This file is too large for an attendance sheet. Send it in parts."


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
        self.fields["on"].earliest = on - FURTHEST_BACK  # type: ignore[attr-defined]
        self._teams = {str(team.pk): team for team in teams}
        self.fields["team"].choices = [(key, team.name) for key, team in self._teams.items()]

    def rows(self) -> list[Any]:
        return ["title", Field.radios("on"), "team"]

    def clean_team(self) -> Team:
        """The team itself."""
        return self._teams[self.cleaned_data["team"]]


class CourseForm(PlainForm):
    """A course for the catalogue."""

    save = "Put it in the catalogue"

    title = forms.CharField(
        label="What is it called?", max_length=160, error_messages={"required": "Enter what it is called."}
    )
    code = forms.SlugField(
        label="Its short name",
        help_text="As attendance sheets say it: letters, digits and hyphens, like systemic-intro.",
        max_length=40,
        error_messages={
            "required": "Enter a short name, like systemic-intro.",
            "invalid": "Use letters, digits and hyphens only, like systemic-intro.",
        },
    )
    about = forms.CharField(label="What is it about?", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    provider = forms.CharField(label="Who teaches it?", required=False, max_length=120)
    minutes = forms.IntegerField(label="How many minutes does it take?", min_value=15, max_value=3000)
    needs_agreement = forms.BooleanField(label="A manager agrees first", required=False)
    gives_certificate = forms.BooleanField(label="Whoever comes gets a certificate", required=False, initial=True)
    item = forms.ModelChoiceField(
        label="Which required learning does it renew?",
        queryset=RequiredItem.objects.none(),
        required=False,
        empty_label="None",
    )
    step = forms.TypedChoiceField(
        label="Which step of the systemic ladder is it?",
        choices=[("", "None"), *((step.value, step.label) for step in Step)],
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = RequiredItem.objects.order_by("title", "pk")  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        """The short name, which no other course has."""
        code = str(self.cleaned_data["code"])
        if Course.objects.filter(code__iexact=code).exists():
            raise forms.ValidationError("Another course has this short name. Choose a different one.")
        return code


class DateForm(PlainForm):
    """A time on which a course is held, and how to join."""

    save = "Offer this date"

    held_on = day_field("Which day?", ask="the day it is held", future=True)
    begins = hour_field("From", of="it begins")
    ends = hour_field("Until", of="it ends")
    places = forms.IntegerField(label="How many places are there?", min_value=1, max_value=500)
    venue = forms.CharField(
        label="Where?", help_text="Leave it empty when it is online.", required=False, max_length=160
    )
    led_by = forms.EmailField(
        label="Who leads it?",
        help_text="A colleague’s e-mail address. They keep its register; leave it empty if you keep it yourself.",
        required=False,
    )
    link = forms.URLField(label="Link to join online", required=False, assume_scheme="https", max_length=300)
    joining = forms.CharField(
        label="What else do people with a place need to know?",
        help_text="Only they read this and the link.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, course: Course, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._course = course

    def rows(self) -> list[Any]:
        return [Field.radios("held_on"), "begins", "ends", "places", "venue", "led_by", "link", "joining"]

    def clean_led_by(self) -> User | None:
        """The colleague."""
        email = self.cleaned_data["led_by"]
        found = User.objects.filter(is_active=True, is_system=False, email__iexact=email).first() if email else None
        if email and found is None:
            raise forms.ValidationError("Nobody here has this e-mail address.")
        return found

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        day, begins, ends = said.get("held_on"), said.get("begins"), said.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", "Enter a time after it begins.")
        if not said.get("venue") and not said.get("link") and "link" not in self.errors:
            self.add_error("venue", "Say where it is, or give the link to join.")
        if day and self.on and day < self.on:
            self.add_error("held_on", "Enter today or a day to come.")
        if day and self._course.sessions.filter(held_on=day, called_off_on=None).exists():
            self.add_error("held_on", "This course is held that day already.")
        return said

    @property
    def said(self) -> dict[str, Any]:
        """What the operation takes."""
        said = self.cleaned_data
        rest = {name: said[name] for name in ("places", "venue", "led_by", "link", "joining")}
        day = said["held_on"]
        return rest | {"starts_at": moment_here(day, said["begins"]), "ends_at": moment_here(day, said["ends"])}


class CallOffForm(PlainForm):
    """A date that is not held after all."""

    save = "Call it off"

    why = forms.CharField(
        label="Why?",
        help_text="Everybody who leads it, has a place or waits reads this. Nothing about anybody’s health.",
        max_length=200,
        error_messages={"required": "Say why, in a few words."},
    )


class SheetForm(PlainForm):
    """An attendance sheet. First it is only read: what would be new, and what is wrong."""

    save = "Look at what it says"

    sheet = forms.FileField(
        label="The attendance sheet, as CSV or Excel (.xlsx)",
        help_text=(
            "Columns: e-mail, course (its short name), date (3/11/2026), attended (yes or no) and, if you like, hours."
            " Nothing is written yet: first you see what it would do."
        ),
        error_messages={"required": "Choose the file.", "empty": "This file is empty."},
    )

    def clean_sheet(self) -> Any:
        """The file, if it is small enough to be a sheet."""
        found = self.cleaned_data["sheet"]
        if found.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return found
