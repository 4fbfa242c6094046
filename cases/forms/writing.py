"""Forms for what is written with a family: one part, and what somebody of the family says to it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, Folded, PlainForm, day_field
from cases.forms.marks import add_marks, as_ticked, marks_row
from cases.forms.quotes import LONGEST_WORDS
from cases.models import Member
from cases.readings.writing import PartReading
from cases.rules.comparing import Change
from cases.rules.recording import QUOTE_HOW

FORM_ID = "part"
NOBODY_KNOWN = "other"


class PartForm(PlainForm):
    """What we write in one part, and from whom it is kept. `people` are (key, name)."""

    save = "Save this part"
    changed: tuple[Change, ...] = ()
    """What somebody changed here while it was being written; set by the view."""
    came_after = False
    """Whether somebody wrote here after words that come back were begun."""
    came_back = False
    """Whether words come back that do not hold what is saved here."""

    words = forms.CharField(label="We say", required=False, widget=forms.Textarea(attrs={"rows": 12}))

    def __init__(self, *args: Any, part: PartReading, people: Mapping[int, str], **kwargs: Any) -> None:
        initial = {"words": part.words, "kept_from": as_ticked(part.marks)}
        super().__init__(*args, initial=initial, version=part.version, **kwargs)
        self.fields["words"].help_text = part.prompt
        add_marks(self, people.items())
        self.helper.form_id = FORM_ID

    def rows(self) -> list[Any]:
        return ["words", marks_row()]


class SaysForm(PlainForm):
    """What somebody of the family says to a part, in their words. See `speaker()`."""

    save = "Put it beside ours"

    who = forms.ChoiceField(
        label="Whose words?", widget=forms.RadioSelect, error_messages={"required": "Choose whose words these are."}
    )
    said_by = forms.CharField(label="Who is it?", required=False, max_length=120)
    words = forms.CharField(
        label="The words",
        help_text="As they say it, in their language if you can.",
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write what was said, even if it is three words."},
    )
    said_on = day_field("When?", ask="the day it was said")
    how = forms.ChoiceField(label="How?", choices=list(QUOTE_HOW.items()), initial="said", widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: Sequence[Member], names: Mapping[int, str], on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("said_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._people = {str(person.pk): person for person in people}
        known = [(str(person.pk), names[person.pk]) for person in people]
        self.fields["who"].choices = [*known, (NOBODY_KNOWN, "Somebody else")]
        add_marks(self, names.items())

    def rows(self) -> list[Any]:
        return [
            Field.radios("who", inline=True),
            Folded("Somebody this record does not know", "said_by"),
            "words",
            Field.radios("said_on"),
            Field.radios("how", inline=True),
            marks_row(),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("who") == NOBODY_KNOWN and not said.get("said_by"):
            self.add_error("said_by", "Write who it is.")
        return said

    def speaker(self) -> Member | None:
        """Whoever of the record said it; None for somebody else."""
        return self._people.get(self.cleaned_data["who"])
