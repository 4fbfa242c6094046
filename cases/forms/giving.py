"""The form of what we agreed: the words as somebody of the family will read them, and how they get them."""

from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm
from cases.rules.giving import Ways
from cases.rules.recording import GIVEN_HOW

LONGEST_WORDS, LONGEST_NUMBER = 2000, 60  # characters: half a page


class WhatWeAgreedForm(PlainForm):
    """Words, the worker's number, and one of the ways that are safe for this person."""

    save = "Keep it and give it"

    words = forms.CharField(
        label="What they will read",
        help_text="Half a page in their words. Write in what the family itself will do, as they said it.",
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Write what was agreed, even if it is two lines."},
    )
    number = forms.CharField(
        label="Your number", help_text="As they can reach you.", required=False, max_length=LONGEST_NUMBER
    )
    how = forms.ChoiceField(
        label="How do they get it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they get it.", "invalid_choice": "Choose one of the ways on the list."},
    )

    def __init__(self, *args: Any, ways: Ways, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields["how"]
        named.choices = [Choice(how, GIVEN_HOW[how]) for how in ways.allowed]
        named.help_text = ways.refused

    def rows(self) -> list[Any]:
        return [Field("words"), Field("number"), Field.radios("how")]
