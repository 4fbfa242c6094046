"""Forms about timescales and the days this council does not work."""

from typing import Any

from django import forms

from camden.models import TimescaleRow
from camden.office.layout import Field, PlainForm, day_field
from camden.office.previewed import Preview, PreviewedForm
from camden.rules.limits import OWNER, UNIT

_WRITTEN = "The council’s procedure, or the decision and its day."


class TimescaleForm(PreviewedForm):
    """How this council keeps a timescale of its own. Fields are called as in `TimescaleRow`."""

    keep = "Save this change"

    amount = forms.IntegerField(label="How long?", min_value=1, max_value=1000, widget=forms.TextInput)
    unit = forms.ChoiceField(label="Of what?", choices=[(unit, f"{word}s") for unit, word in UNIT.items()])
    begins_on = day_field(
        "If the limit changes: from which day?",
        ask="the day from which it holds",
        future=True,
        required=False,
        help_text="What counts from this day on has the new limit, what began earlier keeps the old one. For what runs"
        " already, give an earlier day.",
    )
    warn_days = forms.IntegerField(
        label="How many working days before does its owner first hear of it?",
        min_value=0,
        max_value=250,
        widget=forms.TextInput,
        help_text="0: on the day itself.",
    )
    owner = forms.ChoiceField(label="Who is reminded?", choices=list(OWNER.items()))
    is_ticking = forms.TypedChoiceField(
        label="Is it counted?",
        choices=[(True, "Yes: it has a day, and people are reminded"), (False, "No: nobody is reminded")],
        coerce=lambda answer: answer == "True",
        widget=forms.RadioSelect,
    )
    source = forms.CharField(
        label="Where is it written?", max_length=500, help_text=_WRITTEN, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, row: TimescaleRow, **kwargs: Any) -> None:
        names = ("amount", "unit", "warn_days", "owner", "is_ticking", "source")
        self.row, self.now = row, {name: getattr(row, name) for name in names}
        super().__init__(*args, initial=self.now, version=row.version, **kwargs)
        for name in ("amount", "warn_days"):
            self.fields[name].widget.attrs |= {"inputmode": "numeric", "class": "hour"}
        if row.silent:
            del self.fields["is_ticking"]

    def rows(self) -> list[Any]:
        switch = [] if self.row.silent else [Field.radios("is_ticking")]
        return [
            "amount",
            "unit",
            Field.radios("begins_on"),
            "warn_days",
            "owner",
            *switch,
            "source",
            "_seen",
            Preview(),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors:
            if self.has_other_limit(said) and not said["begins_on"]:
                self.add_error("begins_on", "Enter the day from which the new limit holds.")
            if not self.changed(said):
                self.add_error(None, "Nothing is different from what holds now.")
        return said

    def has_other_limit(self, said: dict[str, Any]) -> bool:
        """Whether the amount or its unit is another."""
        return (said["amount"], said["unit"]) != (self.now["amount"], self.now["unit"])

    def changed(self, said: dict[str, Any]) -> list[str]:
        """Which answers differ from what holds."""
        return [name for name, value in self.now.items() if said.get(name, value) != value]

    def facts(self) -> dict[str, Any]:
        """What `change_timescale` wants, without which timescale it is."""
        return {name: self.cleaned_data.get(name, value) for name, value in self.now.items()} | {
            "begins_on": self.cleaned_data["begins_on"]
        }


class CommenceForm(PreviewedForm):
    """The day on which law begins that waited for one."""

    keep = "Write this day down"

    begins_on = day_field(
        "On which day does it begin?", ask="the day it begins", future=True, help_text="As the regulations say."
    )
    source = forms.CharField(
        label="Where does that day stand?",
        max_length=500,
        help_text="The regulations with their number, so that anybody can look it up.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def rows(self) -> list[Any]:
        return [Field.radios("begins_on"), "source", "_seen", Preview()]


class SwitchOnForm(PlainForm):
    """Nothing to fill in: law that came switched off is counted from now on."""

    save = "Switch it on"


class HolidayForm(PreviewedForm):
    """A day this council does not work."""

    keep = "Add this day"

    closed_on = day_field("Which day?", ask="the day nobody works", future=True)
    name = forms.CharField(
        label="What is it called?", max_length=120, help_text="For example: The day between Christmas and New Year."
    )

    def rows(self) -> list[Any]:
        return [Field.radios("closed_on"), "name", "_seen", Preview()]
