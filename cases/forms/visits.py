"""The form that logs a visit."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, Fieldset, PlainForm, Size, day_field
from cases.models import Visit
from cases.readings.homes import ChildHere, Home

LONGEST_WORDS = 4000  # characters: what a child said in one visit; the account holds a hundred thousand


class VisitForm(PlainForm):
    """One visit to any of a family's children. Nothing is ticked before the worker ticks it.

    `homes` are the family's children by where they live. `cleaned_data["parts"]` is a list of (key of the child,
    code of VisitChild.Seen, the child's words), only for children the worker said something about.
    """

    save = "Log the visit"

    visited_on = day_field("When did you visit?", ask="the day you visited")
    kind = forms.ChoiceField(
        label="Where?",
        choices=Visit.Kind.choices,
        initial=Visit.Kind.HOME,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where you met."},
    )
    account = forms.CharField(
        label="What happened?",
        help_text="What you saw, heard and talked about, and what happens next.",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write what happened, even if it is one line."},
    )

    def __init__(self, *args: Any, homes: Sequence[Home], on: date, **kwargs: Any) -> None:
        self.homes = homes
        kwargs.setdefault("initial", {}).setdefault("visited_on", on)
        super().__init__(*args, on=on, **kwargs)
        for child in self._children():
            self.fields[f"seen_{child.pk}"] = forms.ChoiceField(
                label=child.name, choices=child.ways, widget=forms.RadioSelect, required=False
            )
            if child.asks_for:
                self.fields[f"words_{child.pk}"] = forms.CharField(
                    label=child.asks_for,
                    required=False,
                    max_length=LONGEST_WORDS,
                    widget=forms.Textarea(attrs={"rows": 1, "class": "words"}),
                )

    def rows(self) -> list[Any]:
        homes = [
            Fieldset(*self._asked_about(home), legend=self._legend(home), legend_size=Size.MEDIUM)
            for home in self.homes
        ]
        return [*homes, Field.radios("visited_on"), Field.radios("kind", inline=True), Field("account")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["parts"] = list(self._parts(said))
        if not self.homes:
            self.add_error(None, "There are no children in this record to visit.")
        elif not said["parts"] and not self.errors:
            self.add_error(f"seen_{self.homes[0].children[0].pk}", "Choose how you saw at least one child.")
        return said

    def _parts(self, said: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
        for child in self._children():
            seen, words = said.get(f"seen_{child.pk}", ""), said.get(f"words_{child.pk}", "")
            if seen:
                yield child.pk, seen, words
            elif words:
                problem = f"Choose how you saw {child.name}, or take out the words beneath."
                self.add_error(f"seen_{child.pk}", problem)

    def _children(self) -> Iterator[ChildHere]:
        for home in self.homes:
            yield from home.children

    def _asked_about(self, home: Home) -> Iterator[Any]:
        for child in home.children:
            yield Field.radios(f"seen_{child.pk}", legend_size=Size.SMALL, inline=True)
            if child.asks_for:
                yield Field(f"words_{child.pk}")

    def _legend(self, home: Home) -> str:
        return f"Whom did you see at {home.name}?" if home.name else "Whom did you see?"
