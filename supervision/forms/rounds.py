"""The form of a quick round: one page, a few answers a family."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Field, Fieldset, PlainForm, Size
from supervision.models import DiscussionWords
from supervision.readings.rounds import RoundFamily

_WORDS = ("changed", "worry", "next_step", "safety")


class QuickRoundForm(PlainForm):
    """One line a family: what changed, whether the worry is up or down, and the next step.

    With a protection plan or before court also each child's voice, and risk and safety. Nothing is compulsory while
    people talk. `cleaned_data["lines"]` is a list of (family, words that changed, voices that changed).
    """

    save = "Save the quick round"

    def __init__(self, *args: Any, families: Sequence[RoundFamily], **kwargs: Any) -> None:
        self.families = families
        super().__init__(*args, **kwargs)
        for family in families:
            self._ask(family)

    def rows(self) -> list[Any]:
        return [self._family(family) for family in self.families]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        changed = set(self.changed_data)
        lines = []
        for family in self.families:
            key = family.case.pk
            words = {name: said.get(f"{name}_{key}", "") for name in _WORDS if f"{name}_{key}" in changed}
            voices = [
                (child.pk, said.get(f"voice_{child.pk}", ""), said.get(f"source_{child.pk}", ""))
                for child in family.children
                if {f"voice_{child.pk}", f"source_{child.pk}"} & changed
            ]
            if words or voices:
                lines.append((family, words, voices))
        said["lines"] = lines
        return said

    def _ask(self, family: RoundFamily) -> None:
        key, said = family.case.pk, family.said
        self.fields[f"changed_{key}"] = forms.CharField(
            label="What changed?", required=False, max_length=300, initial=said.get("changed", "")
        )
        self.fields[f"worry_{key}"] = forms.ChoiceField(
            label="Is the worry up or down?",
            choices=DiscussionWords.Worry.choices,
            required=False,
            initial=said.get("worry", ""),
            widget=forms.RadioSelect,
        )
        self.fields[f"next_step_{key}"] = forms.CharField(
            label="The next step",
            help_text=f"Last time: {family.before}" if family.before else "",
            required=False,
            max_length=300,
            initial=said.get("next_step", ""),
        )
        for child in family.children:
            self.fields[f"voice_{child.pk}"] = forms.CharField(label=child.asks, required=False, initial=child.voice)
            self.fields[f"source_{child.pk}"] = forms.CharField(
                label=f"How do we know this of {child.name}?", required=False, max_length=200, initial=child.source
            )
        if family.standing.is_watched:
            self.fields[f"safety_{key}"] = forms.CharField(
                label="Risk and safety",
                help_text="What could really happen, and what keeps the children safe tonight?",
                required=False,
                initial=said.get("safety", ""),
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def _family(self, family: RoundFamily) -> Fieldset:
        key = family.case.pk
        names: list[Any] = [f"changed_{key}", Field.radios(f"worry_{key}", inline=True), f"next_step_{key}"]
        if family.standing.is_watched:
            names += [name for child in family.children for name in (f"voice_{child.pk}", f"source_{child.pk}")]
            names.append(f"safety_{key}")
        return Fieldset(*names, legend=family.case.name, legend_size=Size.MEDIUM, css_class="step")
