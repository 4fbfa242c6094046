"""Forms about one human being who was written down twice."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, Size
from camden.rules.names import day_in_words
from cases.models import Member
from cases.readings.member import FIELDS, Elsewhere, disabilities_in_words

OURS, THEIRS = "kept", "merged"


class MergeForm(PlainForm):
    """Of each fact in which the two differ, which stands for both. What only one of them has, is kept."""

    save = "They are the same: merge them"

    def __init__(self, *args: Any, kept: Member, merged: Member, facts: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._merged = merged
        self.given: dict[str, Any] = {}
        for name in facts:
            ours, theirs = getattr(kept, name), getattr(merged, name)
            if ours and theirs and ours != theirs:
                called = FIELDS.get(name, name.replace("_", " "))
                self.fields[name] = forms.ChoiceField(
                    label=f"Which {called}?",
                    choices=[(OURS, _words(kept, name)), (THEIRS, _words(merged, name))],
                    widget=forms.RadioSelect,
                    error_messages={"required": f"Choose which {called} to keep for both."},
                )
            elif theirs and not ours:
                self.given[name] = theirs

    def rows(self) -> list[Any]:
        return [Field.radios(name, legend_size=Size.SMALL) for name in self.fields]

    def facts(self) -> dict[str, Any]:
        """Facts of the one who is merged that stand for both."""
        chosen = {name: getattr(self._merged, name) for name, said in self.cleaned_data.items() if said == THEIRS}
        return self.given | chosen


class TieForm(PlainForm):
    """Who in another family is the same human being."""

    save = "They are the same human being"

    other = forms.ChoiceField(
        label="Who is it?", widget=forms.RadioSelect, error_messages={"required": "Choose somebody."}
    )

    def __init__(self, *args: Any, found: Sequence[Elsewhere], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(each.pk): each for each in found}
        self.fields["other"].choices = [
            (key, f"{each.name}{f', {each.age}' if each.age else ''}, known in the {each.family} family")
            for key, each in self.found.items()
        ]

    def rows(self) -> list[Any]:
        return [Field.radios("other")]

    def chosen(self) -> Elsewhere:
        """Who it is."""
        return self.found[self.cleaned_data["other"]]


class SureForm(PlainForm):
    """A step that asks nothing more than to be sure of it."""

    def __init__(self, *args: Any, save: str, **kwargs: Any) -> None:
        self.save = save
        super().__init__(*args, **kwargs)


def _words(member: Member, name: str) -> str:
    value = getattr(member, name)
    if isinstance(value, date):
        return day_in_words(value)
    if name == "disabilities":
        return disabilities_in_words(value)
    field: Any = Member._meta.get_field(name)
    return str(dict(field.flatchoices).get(value, value))
