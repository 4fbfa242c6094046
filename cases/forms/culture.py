"""The form about where somebody comes from."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, Size
from cases.forms.hardships import AboutForm, about_field
from cases.forms.marks import add_marks, marks_row
from cases.models import Member
from cases.readings.marks import names_of
from cases.rules.picturing import CULTURE

RESTRICTED_HINT = "Immigration status is shown only to people who may record here, and on no paper of the family."
DECLINED = "They were asked, and would rather not say"


class CulturalNoteForm(AboutForm):
    """Something of where `member` comes from, in the words of whoever told it. `tellers` are living people."""

    about = "about_when"

    kind = forms.ChoiceField(
        label="What is it about?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is about."},
    )
    words = forms.CharField(
        label="In their own words",
        help_text="Exactly as it was told. One thing at a time: somebody may have several.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_declined = forms.BooleanField(label=DECLINED, required=False)
    about_when = about_field("When was it, if it has a time?")
    told_by = forms.ChoiceField(label="Who told it?", required=False)

    def __init__(self, *args: Any, member: Member, tellers: Sequence[Member], on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        names = names_of(tellers)
        self._tellers = {str(person.pk): person for person in tellers}
        fields: Any = self.fields
        fields["kind"].choices = list(CULTURE.items())
        fields["kind"].help_text = RESTRICTED_HINT
        first = sorted(self._tellers.values(), key=lambda person: person.pk != member.pk)
        fields["told_by"].choices = [("", "Choose who told it"), *((str(p.pk), names[p.pk]) for p in first)]
        add_marks(self, names.items())

    def rows(self) -> list[Any]:
        kind = Field.radios("kind", inline=True, legend_size=Size.SMALL)
        return [kind, "words", Field("is_declined"), "told_by", "about_when", marks_row()]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("words") and not said.get("is_declined") and "words" not in self.errors:
            self.add_error("words", "Write what was told, or that they would rather not say.")
        if said.get("words") and said.get("is_declined"):
            self.add_error("is_declined", "Either they told it, or they would rather not say: clear one of the two.")
        if not said.get("told_by") and "told_by" not in self.errors:
            self.add_error("told_by", "Choose who told it, or who was asked. Nothing here is ever inferred.")
        return said

    def facts(self) -> dict[str, Any]:
        """What `note_culture` takes."""
        said = self.cleaned_data
        told = {name: said[name] for name in ("kind", "words", "is_declined")}
        return {**told, "about": said["about_when"], "told_by": self._tellers.get(said["told_by"])}
