"""Forms about one-to-one supervision: begin a talk, and write it down."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Button, Field, Fieldset, PlainForm, Size, day_field
from supervision.models import DiscussionWords, OneToOne
from supervision.readings.one_to_ones import FamilySaid
from supervision.rules.words import voice_asked

LONGEST, LONGEST_LINE, LONGEST_SOURCE = 10_000, 600, 200  # characters
AGREE = "agree"


class BeginForm(PlainForm):
    """With whom, and when."""

    save = "Begin"
    worker = forms.ChoiceField(label="With whom?", error_messages={"required": "Choose whom you talk with."})
    held_on = day_field("When?", ask="the day you talk")

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        named: Any = self.fields
        named["worker"].choices = [("", "Choose whom"), *((key, person.name) for key, person in self.people.items())]

    def rows(self) -> list[Any]:
        return ["worker", Field.radios("held_on")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["worker"] = self.people.get(said.get("worker", ""))
        return said


class TalkForm(PlainForm):
    """What was said: of the worker, for the two alone, and of each family, for its record. Nothing is compulsory.

    `cleaned_data["families"]` are words for `operations.one_to_ones.FamilyLine`, by its names.
    """

    wellbeing = forms.CharField(label="How are you?", required=False, max_length=LONGEST)
    learning = forms.CharField(label="What are you learning?", required=False, max_length=LONGEST)
    agreed = forms.CharField(label="What did you agree?", required=False, max_length=LONGEST)
    next_on = day_field(
        "When do you talk next?", ask="the day you talk next", future=True, recent=False, required=False
    )

    def __init__(
        self, *args: Any, talk: OneToOne, families: Sequence[FamilySaid], may_agree: bool, **kwargs: Any
    ) -> None:
        self.families, self.may_agree = families, may_agree
        words = talk.words
        initial = {"wellbeing": words.wellbeing, "learning": words.learning, "agreed": words.agreed}
        super().__init__(*args, initial=initial | {"next_on": talk.next_on}, version=words.version, **kwargs)
        for name in ("wellbeing", "learning", "agreed"):
            self.fields[name].widget = forms.Textarea(attrs={"rows": 3})
        for family in families:
            self._ask(family, talk)

    def rows(self) -> list[Any]:
        own = Fieldset("wellbeing", "learning", "agreed", legend="The two of you", legend_size=Size.MEDIUM)
        more = [Button(AGREE, "Save, and agree this record", kind="secondary")] if self.may_agree else []
        return [own, *(self._step(family) for family in self.families), Field.radios("next_on"), *more]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["families"] = [self._line(family, said) for family in self.families]
        return said

    def _ask(self, family: FamilySaid, talk: OneToOne) -> None:
        pk, ask = family.case.pk, self.fields
        ask[f"changed_{pk}"] = _line("What changed?", family.changed)
        ask[f"worry_{pk}"] = forms.ChoiceField(
            label="The worry", choices=[("", "Not said"), *DiscussionWords.Worry.choices], required=False,
            initial=family.worry,
        )  # fmt: skip
        ask[f"next_{pk}"] = _line("The next step", family.next_step)
        if family.standing.is_watched:
            ask[f"safety_{pk}"] = _line("Risk and safety", family.safety)
            for child, voice, source in family.voices:
                asked = voice_asked(child.first_name, child.born_on, child.expected_on, talk.held_on)
                ask[f"voice_{child.pk}"] = _line(asked, voice)
                ask[f"source_{child.pk}"] = _line("How do we know?", source, LONGEST_SOURCE)

    def _names(self, family: FamilySaid) -> list[str]:
        pk = family.case.pk
        said = [f"changed_{pk}", f"worry_{pk}", f"next_{pk}"]
        if family.standing.is_watched:
            said += [f"safety_{pk}"]
            said += [name for child in family.children for name in (f"voice_{child.pk}", f"source_{child.pk}")]
        return said

    def _step(self, family: FamilySaid) -> Fieldset:
        return Fieldset(*self._names(family), legend=family.case.name, legend_size=Size.MEDIUM)

    def _line(self, family: FamilySaid, said: dict[str, Any]) -> dict[str, Any]:
        def typed(name: str, key: int, now: str = "") -> Any:
            return said.get(f"{name}_{key}", now)

        pk, is_watched = family.case.pk, family.standing.is_watched
        children = family.children if is_watched else ()
        return {
            "case": family.case,
            "changed": typed("changed", pk),
            "worry": typed("worry", pk),
            "next_step": typed("next", pk),
            "safety": typed("safety", pk, family.safety),
            "voices": [(child, typed("voice", child.pk), typed("source", child.pk)) for child in children],
        }


def _line(label: str, now: str, most: int = LONGEST_LINE) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 1}) if most > LONGEST_SOURCE else forms.TextInput()
    return forms.CharField(label=label, required=False, max_length=most, initial=now, widget=widget)
