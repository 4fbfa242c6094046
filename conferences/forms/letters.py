"""The forms of a letter: its words, the number in it, its language; and how it was given."""

from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, Size, day_field
from conferences.models import Letter
from conferences.readings.letters import NO_NUMBER
from conferences.rules.languages import is_right_to_left

LONGEST = 4000  # characters of a letter


class LetterForm(PlainForm):
    """The words of a letter. `is_other`: it is written in another language, by somebody who speaks it."""

    save = "Keep this letter"

    phone = forms.CharField(
        label="Your number, for the letter",
        help_text="The one the family may ring or text. It goes where the letter says “(your number)”.",
        max_length=40,
        required=False,
    )
    language = forms.CharField(label="Language", help_text="Leave it empty for English.", max_length=60, required=False)
    is_right_to_left = forms.BooleanField(
        label="It is written from right to left, as Arabic and Urdu are", required=False
    )
    text = forms.CharField(
        label="The letter",
        help_text="Change what you like. Short sentences and everyday words are read by more people.",
        widget=forms.Textarea(attrs={"rows": 20, "dir": "auto"}),
        max_length=LONGEST,
        error_messages={"required": "Write the letter."},
    )

    def __init__(self, *args: Any, is_other: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_other = is_other
        text = str(self.initial.get("text", ""))
        self._asks_number = not is_other and (NO_NUMBER in text or self.is_bound and "phone" in self.data)
        if is_other:
            self.fields["text"].help_text = "Written by somebody who speaks it. Nothing is translated by a machine."
            self.fields["language"].required = True
            self.fields["language"].help_text = "For example Bengali, Somali, Arabic."
            self.fields["language"].error_messages["required"] = "Say which language it is in."
        for name in ["phone"] * (not self._asks_number) + ["language", "is_right_to_left"] * (not is_other):
            del self.fields[name]

    def rows(self) -> list[Any]:
        asked = ["phone"] if self._asks_number else []
        return [*asked, *(["language", "is_right_to_left"] if self.is_other else []), "text"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        text, phone = said.get("text", ""), said.pop("phone", "")
        if NO_NUMBER in text and not self.is_other:
            if phone:
                said["text"] = text.replace(NO_NUMBER, phone)
            else:
                self.add_error("phone" if self._asks_number else "text", "Write the number the family may ring.")
        return said

    def words(self) -> dict[str, Any]:
        """What the operation takes: text, language, direction."""
        said = self.cleaned_data
        language = said.get("language", "")
        to_left = bool(said.get("is_right_to_left")) or is_right_to_left(language)
        return {"text": said["text"], "language": language, "is_right_to_left": self.is_other and to_left}


class GivenForm(PlainForm):
    """How and when somebody got their letter."""

    save = "Note that it was given"

    how = forms.ChoiceField(
        label="How did they get it?", choices=Letter.Sent.choices, widget=forms.RadioSelect,
        error_messages={"required": "Say how they got it."},
    )  # fmt: skip
    given_on = day_field("On which day?", ask="the day they got it")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("given_on", on)
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("how", legend_size=Size.MEDIUM), Field.radios("given_on")]
