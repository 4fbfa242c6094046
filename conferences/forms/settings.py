"""Forms about what a council sets for conferences."""

from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field

SHORTEST = 3  # letters: shorter ones stand in every second word


class SettingsForm(PlainForm):
    """When section 31ZA began here, where *Leave this page* leads, what to ring. Called as the operation's words."""

    commenced_on = day_field(
        "Since when is section 31ZA in force here?",
        ask="the day",
        recent=False,
        future=True,
        required=False,
        help_text="Leave it empty until Parliament has set a day. Nothing here ever stops an application to court.",
    )
    leave_to = forms.URLField(
        label="Where does “Leave this page” lead?",
        help_text="An ordinary page that tells nobody what was read before, for example https://www.bbc.co.uk/weather.",
        required=False,
        assume_scheme="https",
    )
    duty_phone = forms.CharField(
        label="Which number to ring at once?",
        help_text="It stands on every page that a family opens by a link.",
        max_length=40,
        required=False,
    )


class DangerWordForm(PlainForm):
    """Add a word that moves an answer to the front, or take one off the list."""

    save = "Save this word"

    words = forms.CharField(label="The word, or words", max_length=60)
    what = forms.ChoiceField(
        label="What shall it do?",
        choices=[("add", "Move an answer to the front"), ("off", "Move it no more")],
        widget=forms.RadioSelect,
        initial="add",
    )
    is_whole = forms.BooleanField(
        label="Only as a whole word",
        help_text="Else it counts as the beginning of longer words too: “hit” would find “hitting”, and “hitch”.",
        required=False,
    )

    def rows(self) -> list[Any]:
        return ["words", Field.radios("what"), "is_whole"]

    def clean_words(self) -> str:
        words = " ".join(str(self.cleaned_data["words"]).casefold().split())
        if sum(each.isalpha() for each in words) < SHORTEST:
            raise forms.ValidationError(f"Write at least {SHORTEST} letters: shorter ones stand in every second word.")
        return words
