"""Forms for what people of a family said."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field
from cases.forms.asking import choose_among
from cases.forms.marks import add_marks, marks_row
from cases.models import Member
from cases.readings.marks import names_of
from cases.rules.recording import QUOTE_HOW

WORDS, VIEW = "words", "view"
LONGEST_WORDS = 10_000  # characters of one quote


class QuoteForm(PlainForm):
    """Words of one person of the family, or how they see things. `people` are those of the record.

    `cleaned_data` holds the member as `speaker`.
    """

    save = "Keep these words"

    speaker = forms.ChoiceField(
        label="Whose words?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whose words these are."},
    )
    what = forms.ChoiceField(
        label="What is it?",
        choices=[(WORDS, "Their own words"), (VIEW, "How they see it")],
        initial=WORDS,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="The words",
        help_text="Exactly as they were said, in their language if you can. Words need no consent to be kept.",
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what was said, even if it is three words."},
    )
    said_on = day_field("When?", ask="the day it was said")
    how = forms.ChoiceField(label="How?", choices=list(QUOTE_HOW.items()), initial="said", widget=forms.RadioSelect)
    setting = forms.CharField(
        label="Where, and who was there?",
        help_text="For example: in the car after school, only the two of us.",
        required=False,
        max_length=120,
    )

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("said_on", on)
        super().__init__(*args, on=on, **kwargs)
        children_first = sorted(people, key=lambda person: person.kind != Member.Kind.CHILD)
        self._people = choose_among(self, "speaker", children_first)
        add_marks(self, names_of(people).items())

    def clean_speaker(self) -> Member:
        return self._people[self.cleaned_data["speaker"]]

    def rows(self) -> list[Any]:
        return [
            Field.radios("speaker", inline=True),
            Field.radios("what", inline=True),
            "words",
            Field.radios("said_on"),
            Field.radios("how", inline=True),
            "setting",
            marks_row(),
        ]


class QuoteStrikeForm(PlainForm):
    """Why words were not said so."""

    save = "Take them back"

    why = forms.CharField(
        label="Why were these words not said so?",
        help_text="They stay to be read, crossed out, with your name and reason.",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write why, even if it is one line."},
    )
