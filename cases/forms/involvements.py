"""Forms about who works with a child beside the lead worker."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from camden.models import Membership
from camden.office.layout import Field, PlainForm, day_field
from camden.rules.names import day_in_words
from cases.models import Involvement

COVER = "cover"
# Clinicians and conference coordinators are involved by a consultation or a conference, which opens less.
BESIDE = (
    Involvement.Role.CO_WORKER,
    Involvement.Role.LEAD_CHILD_PROTECTION,
    Involvement.Role.PERSONAL_ADVISER,
    Involvement.Role.REVIEWING_OFFICER,
    Involvement.Role.CHAIR,
    Involvement.Role.STUDENT,
    Involvement.Role.OTHER,
)


class InvolvementForm(PlainForm):
    """Who works with the child too, or covers for the lead, from when. `cleaned_data["who"]` is a membership."""

    save = "Involve"

    role = forms.ChoiceField(
        label="What will they do?",
        choices=[(role.value, role.label) for role in BESIDE] + [(COVER, "Cover for the lead worker")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they will do."},
    )
    who = forms.ChoiceField(label="Who?", error_messages={"required": "Choose somebody."})
    started_on = day_field("From which day?", ask="the day they begin")

    def __init__(self, *args: Any, people: Sequence[Membership], on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("started_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._people = {str(membership.pk): membership for membership in people}
        self.fields["who"].choices = [
            ("", "Choose somebody"),
            *((key, f"{m.user.name}, {m.role_label.lower()}, {m.team.name}") for key, m in self._people.items()),
        ]

    def rows(self) -> list[Any]:
        return [Field(name) if name == "who" else Field.radios(name) for name in self.fields]

    def clean_who(self) -> Membership:
        return self._people[self.cleaned_data["who"]]


class EndingForm(PlainForm):
    """The day somebody stops working with a child."""

    save = "End it"

    ended_on = day_field("On which day does it end?", ask="the day it ends")

    def __init__(self, *args: Any, started_on: date, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("ended_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._started_on = started_on

    def rows(self) -> list[Any]:
        return [Field.radios("ended_on")]

    def clean_ended_on(self) -> date:
        day: date = self.cleaned_data["ended_on"]
        if day < self._started_on:
            raise ValidationError(f"Enter a day on or after {day_in_words(self._started_on)}, when it began.")
        return day
