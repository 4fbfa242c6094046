"""The form that says when somebody is away."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms

from camden.models import Absence, User
from camden.office.layout import Field, PlainForm, day_field

FURTHEST_BACK = timedelta(weeks=156)  # three years: an earlier day is a slip of the finger


class AbsenceForm(PlainForm):
    """Two days, and no reason. `people` are those to choose from; a stretch that is changed stays whose it is."""

    person = forms.ChoiceField(label="Who?", error_messages={"required": "Choose who is away."})
    from_on = day_field("What is the first day away?", ask="the first day away", future=True)
    back_on = day_field(
        "What is the first day back?",
        ask="the first day back",
        recent=False,
        future=True,
        required=False,
        help_text="Leave it empty while nobody knows.",
    )

    def __init__(self, *args: Any, people: Iterable[User] = (), absence: Absence | None = None, **kwargs: Any) -> None:
        if absence is not None:
            said = {"from_on": absence.from_on, "back_on": absence.back_on}
            kwargs |= {"version": absence.version, "initial": said}
        super().__init__(*args, **kwargs)
        if self.on:
            self.fields["from_on"].earliest = self.on - FURTHEST_BACK  # type: ignore[attr-defined]
        self._people = {str(person.pk): person for person in people}
        if absence is not None:
            del self.fields["person"]
        else:
            choices = [("", "Choose somebody"), *((key, person.name) for key, person in self._people.items())]
            self.fields["person"].choices = choices  # type: ignore[attr-defined]

    def rows(self) -> list[Any]:
        return [*(["person"] if "person" in self.fields else []), Field.radios("from_on"), "back_on"]

    def clean_person(self) -> User:
        """The person themselves."""
        return self._people[self.cleaned_data["person"]]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        begins, back = said.get("from_on"), said.get("back_on")
        if begins and back and back <= begins:
            self.add_error("back_on", "Enter a day after the first day away.")
        return said
