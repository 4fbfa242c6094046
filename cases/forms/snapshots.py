"""Forms about pictures of a family: keep one, and show more of it this once."""

from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm
from cases.rules.picturing import SNAPSHOT_FOR
from cases.rules.showing import SHOWING

LONGEST_WHY = 200


class KeepForm(PlainForm):
    """What for, and what to call it."""

    save = "Keep this picture"

    kept_for = forms.ChoiceField(
        label="What for?",
        choices=list(SNAPSHOT_FOR.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is kept for."},
    )
    title = forms.CharField(
        label="What do we call it?",
        help_text="Leave it as it is, or say what it shows.",
        required=False,
        max_length=120,
    )

    def rows(self) -> list[Any]:
        return [Field.radios("kept_for"), Field("title")]


class ShowingForm(PlainForm):
    """What is shown this once, and why."""

    save = "Show it this once"

    codes = forms.MultipleChoiceField(
        label="What do you want to show?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose what to show, or go back to the usual version."},
    )
    why = forms.CharField(
        label="Why, and who is with you?",
        help_text="One sentence. It stays in the list of who read this record.",
        max_length=LONGEST_WHY,
        error_messages={"required": "Write in a sentence why you show it, and who is there."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["codes"]
        asked.choices = [Choice(code, words, hint=hint) for code, (words, hint) in SHOWING.items()]

    def rows(self) -> list[Any]:
        return [Field.checkboxes("codes"), Field("why")]
