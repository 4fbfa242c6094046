"""Forms for consent."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field
from cases.forms.asking import choose_among
from cases.models import Member
from cases.rules.recording import CONSENT_FOR, CONSENT_HOW


class ConsentForm(PlainForm):
    """Somebody agreed to something. `cleaned_data` holds the `member`."""

    save = "Record it"

    member = forms.ChoiceField(
        label="Who agreed?", widget=forms.RadioSelect, error_messages={"required": "Choose who agreed."}
    )
    purpose = forms.ChoiceField(
        label="To what?",
        choices=list(CONSENT_FOR.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they agreed to."},
    )
    words = forms.CharField(
        label="To what exactly?",
        help_text="For example: Ms Lee at school may know about the move, and nothing else.",
        required=False,
        max_length=300,
    )
    how = forms.ChoiceField(label="How?", choices=list(CONSENT_HOW.items()), initial="spoken", widget=forms.RadioSelect)
    given_on = day_field("When?", ask="the day they agreed")
    until_on = day_field(
        "Until when?", required=False, recent=False, future=True, ask="the day it ends", help_text="If it ends."
    )

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("given_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._people = choose_among(self, "member", people)

    def rows(self) -> list[Any]:
        return [
            Field.radios("member", inline=True),
            "purpose",
            "words",
            Field.radios("how", inline=True),
            Field.radios("given_on"),
            "until_on",
        ]

    def clean_member(self) -> Member:
        return self._people[self.cleaned_data["member"]]


class WithdrawalForm(PlainForm):
    """Somebody took back what they had agreed to."""

    save = "They took it back"

    withdrawn_on = day_field("When?", ask="the day they took it back")
    words = forms.CharField(label="In their words", help_text="No reason is needed.", required=False, max_length=300)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("withdrawn_on", on)
        super().__init__(*args, on=on, **kwargs)
