"""Forms of sharing a paper with somebody of the family, of what they answer, and of the paper as a file."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, day_field
from cases.forms.asking import words
from cases.models import Member
from cases.readings.writing_paper import CHILD, GROWN_UP
from cases.rules.giving import Ways
from cases.rules.recording import GIVEN_HOW
from cases.rules.sharing import NOT_SHARED
from cases.rules.writing import SHARED_HOW

NO_COPY = "none"
_NEAR = ("by-hand", "printed")


class ShareForm(PlainForm):
    """How one person read or heard it, when, and whether they keep a copy. `who` is somebody of the record, or nobody.

    `cleaned_data["copy"]` is empty when they keep none.
    """

    save = "Save it"

    shared_with = forms.CharField(
        label="With whom?",
        help_text="Somebody who is not in the record: their name, and who they are.",
        max_length=120,
        error_messages={"required": "Write whom it was shared with."},
    )
    how = forms.ChoiceField(
        label="How?",
        choices=list(SHARED_HOW.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they read or heard it."},
    )
    why_not = words("If they were not reached, or it is not safe: why?", rows=2)
    shared_on = day_field("When?", ask="the day")
    copy = forms.ChoiceField(label="Do they keep a copy?", widget=forms.RadioSelect, initial=NO_COPY)

    def __init__(self, *args: Any, who: Member | None, ways: Ways, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("shared_on", on)
        super().__init__(*args, on=on, **kwargs)
        if who:
            del self.fields["shared_with"]
        self.fields["why_not"].max_length = 300
        named: Any = self.fields["copy"]
        given = [Choice(how, GIVEN_HOW[how], hint=ways.by_hand if how in _NEAR else "") for how in ways.allowed]
        named.choices = [Choice(NO_COPY, "No copy"), *given]
        named.help_text = ways.refused

    def rows(self) -> list[Any]:
        first = [Field("shared_with")] if "shared_with" in self.fields else []
        return [*first, Field.radios("how"), Field("why_not"), Field.radios("shared_on"), Field.radios("copy")]

    def clean_copy(self) -> str:
        chosen: str = self.cleaned_data["copy"]
        return "" if chosen == NO_COPY else chosen

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("how") in NOT_SHARED and not said.get("why_not"):
            self.add_error("why_not", "Write why, even if it is one line.")
        if len(said.get("why_not", "")) > 300:
            self.add_error("why_not", "Say it in 300 characters.")
        return said


class AnswerForm(PlainForm):
    """What somebody said about it and what we changed. `before` is what they said earlier: it stays, and adds up."""

    save = "Save their answer"

    remarks = words(
        "What do they say?",
        help_text="In their own words: where they agree, and where they see it differently.",
        rows=6,
    )
    changed = words("What did we change because of it, or why not?", rows=4)
    answered_on = day_field("When did they say it?", ask="the day they said it")

    def __init__(self, *args: Any, before: str, changed: str, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).update({"answered_on": on, "changed": changed})
        super().__init__(*args, on=on, **kwargs)
        self._before = before
        if before:
            self.fields["remarks"].label = "What do they say besides?"

    def rows(self) -> list[Any]:
        return [Field("remarks"), Field("changed"), Field.radios("answered_on")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not (said.get("remarks") or said.get("changed") or self._before):
            self.add_error("remarks", "Write what they say, even if it is one line.")
        return said


class WritingFileForm(PlainForm):
    """A paper as a file: what kind, and for whom. `cleaned_data["reader"]` is a member, or nobody for the family."""

    save = "Make the file"

    layout = forms.ChoiceField(
        label="As what?",
        choices=[("pdf", "PDF, to print"), ("word", "Word, to go on writing")],
        initial="pdf",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose PDF or Word."},
    )
    reader = forms.ChoiceField(
        label="Who will read it?",
        help_text="What is not to be shared with them is left out.",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who will read it."},
    )
    words_for = forms.ChoiceField(
        label="For a grown-up or for a child?",
        help_text="For a child: larger, and words of the trade are explained.",
        choices=[(GROWN_UP, "For a grown-up"), (CHILD, "For a child")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose for whom."},
    )

    def __init__(self, *args: Any, people: Sequence[Member], reader: Member | None, **kwargs: Any) -> None:
        is_child = reader is not None and reader.kind == Member.Kind.CHILD
        first = {"reader": str(reader.pk) if reader else "family", "words_for": CHILD if is_child else GROWN_UP}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self._people = {str(one.pk): one for one in people}
        named: Any = self.fields["reader"]
        named.choices = [("family", "The family together"), *((key, one.name) for key, one in self._people.items())]

    def rows(self) -> list[Any]:
        return [Field.radios("layout", inline=True), Field.radios("reader"), Field.radios("words_for", inline=True)]

    def clean_reader(self) -> Member | None:
        return self._people.get(self.cleaned_data["reader"])
