"""The form in which a coordinator writes down how the plan went, in the family's words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Button, Field, Fieldset, FormHelper, Layout, PlainForm, Size, day_field
from conferences.models import PlanReview, PromiseHeard
from conferences.rules.plan import WENT_SAYS, Heard, Promise, Went
from conferences.rules.words import ReviewWords

_TEXTS = ("went_well", "hard", "change", "childs_words")


def _words(label: str, rows: int = 2) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), required=False)


class ReviewForm(PlainForm):
    """How each promise went, and what the family says of the whole. A relative's is never said to be not done.

    `promises` are those of the plan, a worker's done where it was done; `before` is the review of today, if there is
    one, with what it `said` of each promise.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    held_on = day_field("When did the family look at it again?", ask="the day")
    went_well = _words("What went well?")
    hard = _words("What was hard?")
    change = _words("What shall change?")
    childs_words = _words("What do the children say about it?")

    def __init__(
        self,
        *args: Any,
        promises: Sequence[Promise],
        before: PlanReview | None,
        said: Mapping[int, PromiseHeard],
        on: date,
        **kwargs: Any,
    ) -> None:
        first: dict[str, Any] = {"held_on": on, "version": 0}
        if before is not None:
            first |= {name: getattr(before, name) for name in ("held_on", "version", *_TEXTS)}
        super().__init__(*args, on=on, initial=first, **kwargs)
        self._promises, self._before = promises, before
        for promise in promises:
            self._add(promise, said.get(promise.key))

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        goes_on = Button("goes_on", "Save, and change the plan", kind="secondary")
        helper.layout = Layout(*self.rows(), Button("", "Save, and the plan stays"), goes_on)
        return helper

    def rows(self) -> list[Any]:
        family = [self._row(promise) for promise in self._promises if promise.is_relatives]
        others = [self._row(promise) for promise in self._promises if not promise.is_relatives]
        parts = []
        if family:
            parts.append(
                Fieldset(*family, legend="What family and friends said they would do", legend_size=Size.MEDIUM)
            )
        if others:
            parts.append(Fieldset(*others, legend="What professionals promised", legend_size=Size.MEDIUM))
        return [
            "version",
            Field.radios("held_on"),
            *parts,
            Fieldset(*_TEXTS, legend="And the whole", legend_size=Size.MEDIUM),
        ]

    def show_version(self, version: int) -> None:
        """Somebody else saved meanwhile: keep what was typed, for the version that is there now."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    def words(self) -> ReviewWords:
        """What was said of the whole."""
        said = self.cleaned_data
        return ReviewWords(said["held_on"], **{name: said[name] for name in _TEXTS})

    def heard(self) -> list[Heard]:
        """What was said of each promise."""
        said = self.cleaned_data
        return [Heard(p.key, Went(said[f"went_{p.key}"]), said[f"note_{p.key}"]) for p in self._promises]

    def shown_version(self) -> int:
        """The version of the review that was shown; 0 for a day that has none yet."""
        is_same = self._before is not None and self._before.held_on == self.cleaned_data["held_on"]
        return (self.cleaned_data["version"] or 0) if is_same else 0

    def _row(self, promise: Promise) -> Fieldset:
        return Fieldset(
            Field.radios(f"went_{promise.key}", inline=True), f"note_{promise.key}", css_class="answer-line"
        )

    def _add(self, promise: Promise, said: PromiseHeard | None) -> None:
        choices = [(went.value, WENT_SAYS[promise.is_relatives, went]) for went in (Went.DONE, Went.PART, Went.NOT)]
        choices.append((Went.NOT_SAID.value, "Nobody spoke of it"))
        self.fields[f"went_{promise.key}"] = forms.ChoiceField(
            label=f"{promise.who}: {promise.what}",
            help_text=promise.when,
            choices=choices,
            widget=forms.RadioSelect,
            required=False,
            initial=said.went if said else promise.went.value,
        )
        self.fields[f"note_{promise.key}"] = forms.CharField(
            label="In their words", required=False, max_length=500, initial=said.note if said else ""
        )
