"""Forms about the legal basis of an assessment, and about who joins the family's worker."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import Membership
from camden.office.layout import Choice, Field, PlainForm, day_field
from cases.forms.asking import words
from cases.rules.journey import LEGAL_BASIS

_HINTS = {
    "early-help": "The family asks for help, and may stop it.",
    "need": "After a referral. The help is agreed with the family.",
    "protection": "An enquiry asks whether a child suffers significant harm.",
}


class JoiningForm(PlainForm):
    """Who joins. `cleaned_data["joins"]` is a membership, or None where nobody has to and nobody was chosen."""

    save = "They join"

    joins = forms.ChoiceField(label="Which registered social worker joins?", required=False)

    def __init__(self, *args: Any, people: Sequence[Membership], is_asked: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(membership.pk): membership for membership in people}
        if not is_asked:
            del self.fields["joins"]
            return
        asked: Any = self.fields["joins"]
        asked.choices = [
            ("", "Choose somebody"),
            *((key, f"{m.user.name}, {m.role_label.lower()}, {m.team.name}") for key, m in self._people.items()),
        ]

    def clean_joins(self) -> Membership | None:
        return self._people.get(self.cleaned_data["joins"])


class BasisForm(JoiningForm):
    """The basis from now on, its day, why, and who joins."""

    save = "Change the basis"

    legal_basis = forms.ChoiceField(
        label="What is its basis from now on?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the basis."},
    )
    began_on = day_field("From which day?", ask="the day it changes")
    why = words("Why?", ask="Write why, in words the family can read.", help_text="The family may read this.")

    def __init__(self, *args: Any, now: str, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("began_on", on)
        super().__init__(*args, on=on, **kwargs)
        named: Any = self.fields["legal_basis"]
        named.choices = [Choice(key, said, hint=_HINTS[key]) for key, said in LEGAL_BASIS.items() if key != now]

    def rows(self) -> list[Any]:
        joins = [Field("joins")] if "joins" in self.fields else []
        return [Field.radios("legal_basis"), Field.radios("began_on"), Field("why"), *joins]
