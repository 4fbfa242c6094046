"""Forms about how far a home is, extra duties, and the languages one speaks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import Team, User
from camden.office.layout import Field, PlainForm, day_field
from cases.rules.carrying import NOTED_DUTY


class WayForm(PlainForm):
    """How long it takes to a home, from which base."""

    team = forms.ChoiceField(
        label="From whose base?",
        help_text="It counts for this team and every pod beneath it.",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whose base it is."},
    )
    minutes = forms.IntegerField(
        label="How many minutes is it, one way?",
        help_text="As you mostly go: by bus, on foot or by car.",
        min_value=0,
        max_value=600,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "hour"}),
        error_messages={"required": "Enter the minutes."},
    )

    def __init__(self, *args: Any, bases: Sequence[Team], **kwargs: Any) -> None:
        self._bases = {str(team.pk): team for team in bases}
        kwargs["initial"] = {"team": next(iter(self._bases), "")}
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["team"]
        asked.choices = [(key, team.name) for key, team in self._bases.items()]

    def rows(self) -> list[Any]:
        return [Field.radios("team"), "minutes"]

    def base(self) -> Team:
        """The team that was chosen."""
        return self._bases[self.cleaned_data["team"]]


class ExtraDutyForm(PlainForm):
    """Who carries what beside their families, since when."""

    save = "Note it"

    person = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label="Who?",
        empty_label="Choose somebody",
        error_messages={"required": "Choose who."},
    )
    duty = forms.ChoiceField(
        label="What do they carry?",
        choices=list(NOTED_DUTY.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they carry."},
    )
    started_on = day_field("Since which day?", ask="the day it began", future=True)
    about = forms.CharField(
        label="A word about it", help_text="For example: champion for young carers.", max_length=200, required=False
    )

    def __init__(self, *args: Any, people: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        asked: Any = self.fields["person"]
        asked.queryset = people

    def rows(self) -> list[Any]:
        return ["person", Field.radios("duty"), Field.radios("started_on"), "about"]


class ExtraDutyEndingForm(PlainForm):
    """From which day somebody no longer carries it."""

    save = "End it"

    ended_on = day_field("From which day do they no longer carry it?", ask="the day it ends", future=True)

    def rows(self) -> list[Any]:
        return [Field.radios("ended_on")]


class LanguageForm(PlainForm):
    """One language more."""

    save = "Add it"

    name = forms.CharField(
        label="Which language?",
        help_text="One you speak or sign well enough to work with a family in it: Sylheti, British Sign Language.",
        max_length=60,
        error_messages={"required": "Enter a language."},
    )
