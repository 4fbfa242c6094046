"""The form for looking again at a step down."""

from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm
from cases.forms.asking import words as some_words
from cases.rules.helping import HOLDS, HOLDS_NOT, SHAKY


class StepCheckForm(PlainForm):
    """Whether a step down holds, why, and what the family says."""

    save = "Save"

    holds = forms.ChoiceField(
        label="Does it hold?",
        choices=[
            Choice(HOLDS, "It holds"),
            Choice(SHAKY, "It holds, with a worry", hint="Say what it is, and who does what about it."),
            Choice(HOLDS_NOT, "It does not hold", hint="The next page is a step up, with what you write here."),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it holds."},
    )
    familys_words = some_words("What does the family say?", help_text="In their own words, the children’s too.", rows=4)
    words = some_words("What do we see?", ask="Write what you see, even if it is one line.", rows=4)

    def rows(self) -> list[Any]:
        return ["familys_words", "words", Field.radios("holds")]
