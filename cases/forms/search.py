"""The box that finds people and what was written about them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from camden.office.layout import PlainForm
from cases.rules.searching import MOST_WORDS


class SearchForm(PlainForm):
    """A name, a birthday, a number, an address, a phone, or any words. Asked by GET, so there is nothing to lose."""

    save = "Find"

    q = forms.CharField(label="Find a child", help_text="A name, or the council’s number.", max_length=100)

    def clean_q(self) -> Any:
        """Words enough to find one thing by."""
        if len(self.cleaned_data["q"].split()) > MOST_WORDS:
            raise ValidationError(f"That is too many words. Use {MOST_WORDS} or fewer.")
        return self.cleaned_data["q"]
