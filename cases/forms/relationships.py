"""Forms about how people are related, and parental responsibility."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, Size, day_field
from cases.forms.marks import FAMILY, add_marks
from cases.forms.people import folded_marks, kinds_of_relationship
from cases.models import Member, Relationship
from cases.rules.kinship_words import RESPONSIBLE, Responsibility
from cases.rules.recording import RESPONSIBILITY_BASIS

YES, NO, UNASKED = "yes", "no", ""
_SAID = {YES: True, NO: False, UNASKED: None}


class _Dated(PlainForm):
    """What a relationship may carry: since when, parental responsibility with its days, from whom it is kept."""

    started_on = day_field("Since when?", ask="the day it began", recent=False, required=False)
    parental_responsibility = forms.ChoiceField(
        label="Parental responsibility",
        help_text="A fact of its own: not every parent has it, and some who are no parents do.",
        choices=[(YES, "Yes"), (NO, "No"), (UNASKED, "Not asked yet")],
        widget=forms.RadioSelect,
        required=False,
        initial=UNASKED,
    )
    responsibility_basis = forms.ChoiceField(
        label="What does it rest on?", choices=[("", "Not known"), *RESPONSIBILITY_BASIS.items()], required=False
    )
    responsible_from_on = day_field("Responsible since", ask="the day", recent=False, required=False)
    responsible_until_on = day_field("Responsible until", ask="the day", recent=False, future=True, required=False)

    def responsibility(self) -> Responsibility:
        """What was said of parental responsibility."""
        said = self.cleaned_data
        return Responsibility(
            parental_responsibility=_SAID.get(said.get("parental_responsibility", "")),
            responsibility_basis=said.get("responsibility_basis", ""),
            responsible_from_on=said.get("responsible_from_on"),
            responsible_until_on=said.get("responsible_until_on"),
        )

    def _responsible(self) -> list[Any]:
        if "parental_responsibility" not in self.fields:
            return []
        days = ("responsibility_basis", "responsible_from_on", "responsible_until_on")
        return [Field.radios("parental_responsibility", inline=True, legend_size=Size.SMALL), *days]


class RelationshipForm(_Dated):
    """What one person is to others of the record. `kind` and `others` may come from the page it was opened on."""

    kind = forms.ChoiceField(label="What are they?", error_messages={"required": "Choose what they are."})
    others = forms.MultipleChoiceField(
        label="To whom?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one person."},
    )

    def __init__(self, *args: Any, one: Member, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.people = [each for each in people if each.pk != one.pk]
        self.fields["kind"].label = f"What is {one.first_name}?"
        self.fields["kind"].choices = [("", "Choose one"), *kinds_of_relationship()]
        self.fields["others"].choices = [(str(each.pk), each.name) for each in self.people]
        add_marks(self, [(each.pk, each.name) for each in people])

    def rows(self) -> list[Any]:
        return ["kind", Field.checkboxes("others"), "started_on", *self._responsible(), *folded_marks(self)]

    def chosen(self) -> list[Member]:
        """Whom the one is related to."""
        return [each for each in self.people if str(each.pk) in self.cleaned_data["others"]]


class RelationshipEditForm(_Dated):
    """What is known of one relationship."""

    def __init__(
        self, *args: Any, relationship: Relationship, people: Sequence[Member], on: date, **kwargs: Any
    ) -> None:
        told = {True: YES, False: NO, None: UNASKED}[relationship.parental_responsibility]
        names = ("started_on", "responsibility_basis", "responsible_from_on", "responsible_until_on")
        kept = [FAMILY] if relationship.is_kept_from_family else []
        kwargs["initial"] = {name: getattr(relationship, name) for name in names} | {
            "parental_responsibility": told,
            "kept_from": [*kept, *(str(key) for key in relationship.kept_from)],
        }
        super().__init__(*args, on=on, version=relationship.version, **kwargs)
        if relationship.kind not in RESPONSIBLE and relationship.parental_responsibility is None:
            for name in ("parental_responsibility", *names[1:]):
                del self.fields[name]
        add_marks(self, [(each.pk, each.name) for each in people])

    def rows(self) -> list[Any]:
        return ["started_on", *self._responsible(), *folded_marks(self)]


class RelationshipEndingForm(PlainForm):
    """The last day of a relationship, or that it was never so."""

    save = "It is not so any more"

    was_mistake = forms.BooleanField(
        label="It was never so: it was written down by mistake", required=False, help_text="Then no day is needed."
    )
    ended_on = day_field("Until which day?", ask="the last day", required=False)

    def __init__(self, *args: Any, version: int, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, version=version, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("ended_on"), "was_mistake"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("was_mistake") and not said.get("ended_on") and "ended_on" not in self.errors:
            self.add_error("ended_on", "Enter the last day, or say that it was never so.")
        return said


class EndingForm(PlainForm):
    """The last day of something that held. `what` in words, for the question."""

    save = "It has ended"

    ended_on = day_field("Until which day?", ask="the last day")

    def __init__(self, *args: Any, version: int, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, version=version, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("ended_on")]
