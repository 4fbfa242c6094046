"""Forms about what makes work with a child harder."""

from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from cases.forms.asking import words
from cases.rules.carrying import ANSWER, COMPLEXITY


class ComplexityForm(PlainForm):
    """What makes it harder, and how that shows."""

    save = "Propose it"

    kind = forms.ChoiceField(
        label="What makes the work harder?",
        choices=list(COMPLEXITY.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what makes it harder."},
    )
    why = words(
        "How does it show?",
        ask="Say in a sentence how it shows.",
        help_text="One sentence is enough. It is about the work, not about blame: the family may read it one day.",
        rows=3,
    )

    def rows(self) -> list[Any]:
        return [Field.radios("kind"), "why"]


class ComplexityAnswerForm(PlainForm):
    """A manager's answer."""

    save = "Answer"

    answer = forms.ChoiceField(
        label="Does it count?",
        choices=list(ANSWER.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an answer."},
    )
    words = words("A word about it", help_text="If not: why, so that the worker can follow it.", rows=3)

    def rows(self) -> list[Any]:
        return [Field.radios("answer"), "words"]
