"""The form of the last page: one thing we agree about, or see differently."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field
from cases.forms.asking import choose_among, words
from cases.forms.marks import add_marks, marks_row
from cases.models import Member
from cases.readings.marks import names_of
from cases.rules.sharing import AGREE, DIFFER

SOMEBODY_ELSE = "other"


class ViewForm(PlainForm):
    """What it is about, our words and theirs, and whose. `theirs` stands on the record already and is not asked again.

    `cleaned_data["member"]` is somebody of the record, or nobody with `said_by`.
    """

    save = "Put it on the last page"

    stand = forms.ChoiceField(
        label="Do we agree?",
        choices=[(AGREE, "We agree"), (DIFFER, "We see it differently")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether we agree."},
    )
    about = forms.CharField(
        label="What about?",
        help_text="In a few words: bedtimes, the night of the fall, what help is enough.",
        max_length=200,
        error_messages={"required": "Write what it is about, in a few words."},
    )
    our_words = words("What we see", rows=4)
    their_words = words("What they see", help_text="In their words.", rows=4)
    who = forms.ChoiceField(label="Whose words?", required=False, widget=forms.RadioSelect)
    said_by = forms.CharField(label="Somebody else: who?", required=False, max_length=120)
    said_on = day_field("When did they say it?", ask="the day they said it")

    def __init__(
        self, *args: Any, people: Sequence[Member], on: date, theirs: str = "", who: Member | None = None, **kwargs: Any
    ) -> None:
        first = {"said_on": on, "stand": DIFFER if theirs else "", "who": str(who.pk) if who else ""}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._people = choose_among(self, "who", people, (SOMEBODY_ELSE, "Somebody else"))
        add_marks(self, names_of(people).items())
        self._theirs = theirs
        if theirs:
            for name in ("their_words", "who", "said_by", "said_on"):
                del self.fields[name]

    def rows(self) -> list[Any]:
        asked = [] if self._theirs else [Field("their_words"), Field.radios("who", inline=True), Field("said_by"),
                                         Field.radios("said_on")]  # fmt: skip
        return [Field.radios("stand", inline=True), Field("about"), Field("our_words"), *asked, marks_row()]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["member"] = self._people.get(said.get("who", ""))
        said["their_words"] = said.get("their_words", self._theirs)
        if said.get("stand") == DIFFER:
            if not said.get("our_words") and not self.has_error("our_words"):
                self.add_error("our_words", "Write what we see, so that both stand there.")
            if not self._theirs:
                self._check_theirs(said)
        return said

    def _check_theirs(self, said: dict[str, Any]) -> None:
        if not said["their_words"] and not self.has_error("their_words"):
            self.add_error("their_words", "Write what they see, in their words.")
        if not said["member"] and not said.get("said_by"):
            self.add_error("who", "Choose whose words these are.")
