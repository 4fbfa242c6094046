"""The one form a phone shows."""

from typing import Any
from uuid import UUID, uuid4

from django import forms

from camden.office.layout import Field, PlainForm

QUESTION, IDEA = "question", "idea"
LONGEST = 300


class PhoneForm(PlainForm):
    """A question or an idea, in one sentence. `cleaned_data` has kind, text, round and client_key."""

    save = "Send"

    kind = forms.ChoiceField(
        label="What is it?",
        choices=[(QUESTION, "A question"), (IDEA, "An idea")],
        initial=QUESTION,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label="In one sentence",
        help_text="Say perhaps, or I wonder. No names are needed.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write a sentence first."},
    )
    round = forms.SlugField(required=False, max_length=16, widget=forms.HiddenInput)
    client_key = forms.CharField(widget=forms.HiddenInput, initial=uuid4, max_length=36)

    def rows(self) -> list[Any]:
        return [Field.radios("kind", inline=True), "text"]

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())

    def clean_client_key(self) -> UUID:
        try:
            return UUID(self.cleaned_data["client_key"])
        except ValueError as error:
            raise forms.ValidationError("Load this page again, then send it.") from error
