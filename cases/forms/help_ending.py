"""The form with which the family's ending of help by agreement is written down."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, Fieldset, PlainForm, Size, day_field
from cases.forms.asking import choose_among, chosen, which_children
from cases.forms.asking import words as some_words
from cases.models import Member
from cases.rules.help_ending import NO_PAPER, TOLD_HOW, HelpEnded
from cases.rules.recording import GIVEN_HOW


class HelpEndingForm(PlainForm):
    """Who ended it, in their words, and how they can come back. `said()` and the `member` go to the operation."""

    save = "They ended it"

    member = forms.ChoiceField(
        label="Who told us?", widget=forms.RadioSelect, error_messages={"required": "Choose who told us."}
    )
    words = some_words(
        "In their words", ask="Write what they said, even if it is one line.",
        help_text="As they said it. They owe us no reason: “No, thank you” is enough.", rows=4,
    )  # fmt: skip
    told_how = forms.ChoiceField(
        label="How did they tell us?", choices=list(TOLD_HOW.items()), initial="conversation", widget=forms.RadioSelect
    )
    ended_on = day_field("From which day?", ask="the day it ended")
    way_back = forms.CharField(
        label="What they can come back for, and how",
        help_text="In words they would use. It stays on the record, and they can have it on paper.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Write how they can come back to us."},
    )
    number = forms.CharField(label="A number they can ring", required=False, max_length=60)
    given_how = forms.ChoiceField(
        label="Do they take it with them on paper?", initial="printed", widget=forms.RadioSelect
    )
    worried = forms.BooleanField(
        label="I am worried about a child: write down a contact next", required=False,
        help_text="The help ends all the same. A worry is a contact of its own, and a manager decides on it.",
    )  # fmt: skip

    def __init__(
        self, *args: Any, children: Sequence[Member], people: Sequence[Member], on: date, **kwargs: Any
    ) -> None:
        first: dict[str, Any] = {"ended_on": on, "children": [str(child.pk) for child in children]}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._children, self._people = children, choose_among(self, "member", people)
        self.fields = {"children": which_children(children, "For which children?"), **self.fields}
        ways = [(how, GIVEN_HOW[how]) for how in ("printed", "by-hand", "posted")]
        self.fields["given_how"].choices = [
            *ways,
            Choice(NO_PAPER, "No paper", hint="They do not want it, or it is not safe."),
        ]

    def rows(self) -> list[Any]:
        back = [Field("way_back"), Field("number"), Field.radios("given_how")]
        return [
            Field.checkboxes("children"),
            Field.radios("member", inline=True),
            Field("words"),
            Field.radios("told_how", inline=True),
            Field.radios("ended_on"),
            Fieldset(*back, legend="The way back", legend_size=Size.MEDIUM),
            Field("worried"),
        ]

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])

    def clean_member(self) -> Member:
        return self._people[self.cleaned_data["member"]]

    def said(self) -> HelpEnded:
        """What was said, as the operation takes it."""
        return HelpEnded(**{name: self.cleaned_data[name] for name in HelpEnded.__dataclass_fields__})
