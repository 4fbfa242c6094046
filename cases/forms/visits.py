"""The form that logs a visit."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, Fieldset, PlainForm, Size, day_field
from cases.models import Visit, VisitChild
from cases.readings.homes import Home

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
        for key, name in self._children():
            self.fields[f"seen_{key}"] = forms.ChoiceField(
                label=name, choices=VisitChild.Seen.choices, widget=forms.RadioSelect, required=False
            )
            self.fields[f"words_{key}"] = forms.CharField(
                label=f"{name}’s own words",
                required=False,
                max_length=LONGEST_WORDS,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def rows(self) -> list[Any]:
        homes = [
            Fieldset(*self._asked_about(home), legend=self._legend(home), legend_size=Size.MEDIUM) for home in self.homes
        ]
        return [*homes, Field.radios("visited_on"), Field.radios("kind", inline=True), Field("account")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["parts"] = list(self._parts(said))
        if not said["parts"] and not self.errors and self.homes:
            self.add_error(f"seen_{self.homes[0].children[0][0]}", "Choose how you saw at least one child.")
        return said

    def _parts(self, said: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
        for key, name in self._children():
            seen, words = said.get(f"seen_{key}", ""), said.get(f"words_{key}", "")
            if seen:
                yield key, seen, words
            elif words:
                self.add_error(f"seen_{key}", f"Choose how you saw {name}, or take out the words beneath.")

    def _children(self) -> Iterator[tuple[int, str]]:
        for home in self.homes:
            yield from home.children

    def _asked_about(self, home: Home) -> Iterator[Any]:
        for key, _ in home.children:
            yield Field.radios(f"seen_{key}", legend_size=Size.SMALL)
            yield Field(f"words_{key}")

    def _legend(self, home: Home) -> str:
        return f"Whom did you see at {home.name}?" if home.name else "Whom did you see?"
