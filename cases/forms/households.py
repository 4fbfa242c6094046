"""Forms about homes and moves."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, Size, day_field
from cases.models import Household, Member

UNKNOWN, ANOTHER = "unknown", "new"
YES, NO = "yes", "no"


def _safe(required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="May everybody in the family know this address?",
        help_text="If not, it stays out of letters, prints and everything the family may read.",
        choices=[(YES, "Yes"), (NO, "No: do not share it")],
        widget=forms.RadioSelect,
        required=required,
        error_messages={"required": "Choose whether the address may be known."},
    )


class HomeForm(PlainForm):
    """A home: what it is called here, where it is, and who may know that."""

    name = forms.CharField(
        label="What do you call it?",
        help_text="A name without the address: “Shirin’s flat”, “Noah’s foster home”. It stands on the timeline.",
        max_length=120,
        error_messages={"required": "Enter what you call it."},
    )
    address = forms.CharField(label="Address", widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=400)
    is_safe_to_share = _safe()

    def __init__(self, *args: Any, home: Household | None = None, **kwargs: Any) -> None:
        if home:
            safe = YES if home.is_safe_to_share else NO
            kwargs["initial"] = {"name": home.name, "address": home.address, "is_safe_to_share": safe}
            kwargs["version"] = home.version
        super().__init__(*args, **kwargs)

    def rows(self) -> list[Any]:
        return ["name", "address", Field.radios("is_safe_to_share", inline=True, legend_size=Size.SMALL)]

    def clean_is_safe_to_share(self) -> bool:
        return self.cleaned_data["is_safe_to_share"] == YES


class MoveForm(PlainForm):
    """Who lives where from which day. A home nobody has noted yet is added in the same breath."""

    save = "Record the move"

    members = forms.MultipleChoiceField(
        label="Who?", widget=forms.CheckboxSelectMultiple, error_messages={"required": "Choose who moved."}
    )
    to = forms.ChoiceField(
        label="Where do they live now?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where they live now."},
    )
    name = forms.CharField(
        label="If it is another home: what do you call it?",
        help_text="A name without the address, for example “Gran’s house”.",
        max_length=120,
        required=False,
    )
    address = forms.CharField(
        label="Its address, if you know it", widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=400
    )
    is_safe_to_share = _safe(required=False)
    moved_on = day_field("Since which day?", ask="the day of the move", required=False)
    stays_too = forms.BooleanField(label="They still live in the home they had, too", required=False)

    def __init__(
        self, *args: Any, people: Sequence[Member], homes: Sequence[Household], on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.people, self.homes = list(people), list(homes)
        self.fields["members"].choices = [(str(each.pk), each.name) for each in people]
        known = [(str(home.pk), home.name) for home in homes]
        self.fields["to"].choices = [*known, (ANOTHER, "Another home"), (UNKNOWN, "We do not know where")]

    def rows(self) -> list[Any]:
        safe = Field.radios("is_safe_to_share", inline=True, legend_size=Size.SMALL)
        asked = [Field.checkboxes("members"), Field.radios("to"), "name", "address", safe]
        return [*asked, Field.radios("moved_on"), "stays_too"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("to") == ANOTHER:
            if not said.get("name"):
                self.add_error("name", "Enter what you call the other home.")
            if not said.get("is_safe_to_share"):
                self.add_error("is_safe_to_share", "Choose whether the address may be known.")
        elif said.get("to") and (said.get("name") or said.get("address")):
            self.add_error("to", "Choose “Another home”, or take out its name and address.")
        return said

    def chosen(self) -> list[Member]:
        """Who moved."""
        return [each for each in self.people if str(each.pk) in self.cleaned_data["members"]]

    def home(self) -> Household | None:
        """Where they live now, if it is a home that is known."""
        return next((home for home in self.homes if str(home.pk) == self.cleaned_data["to"]), None)

    @property
    def is_another(self) -> bool:
        """Whether they live in a home that is to be added."""
        return bool(self.cleaned_data["to"] == ANOTHER)
