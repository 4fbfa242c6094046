"""The form for a practice observation, in the order in which two people talk about it: strengths come first."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Button, Field, Fieldset, Size, day_field
from training.forms.pieces import NamesNobody
from training.forms.programmes import FURTHEST_BACK, OfPeople, lines
from training.models import Observation
from training.rules.observations import SCALE, Consent, Setting, Skill

SETTINGS = {
    Setting.HOME: "At a family’s home",
    Setting.MEETING: "In a meeting with a family",
    Setting.SUPERVISION: "In supervision, without a family",
}
CONSENTS = {
    Consent.GIVEN: "They said yes",
    Consent.REFUSED: "They said no",
    Consent.NOT_ASKED: "Nobody has asked yet, or no family was there",
}
SKILLS = {f"skill_{each.name.lower()}": each for each in Skill}
# Which answer a missing thing of `rules.observations.missing` is about.
ABOUT = (
    ("focus", "focus"),
    ("strength", "strengths"),
    ("skill", next(iter(SKILLS))),
    ("learn next", "agreed_learning"),
)
FIELDS = (
    "observed_on", "setting", "consent", "asked_how", "focus", "strengths", "family_said", "agreed_learning",
)  # fmt: skip


def skill_field(skill: Skill) -> forms.TypedChoiceField:
    """The sentences of the scale: an observer chooses the sentence and not the number."""
    choices = [("", "I could not see it, or there was no room for it"), *SCALE.items()]
    return forms.TypedChoiceField(label=skill.value, choices=choices, required=False, coerce=int, empty_value=None)


class ObservationForm(OfPeople, NamesNobody):
    """What somebody saw. A draft may be as empty as it likes; what is given has what the rules ask."""

    save = ""
    words = ("asked_how", "focus", "strengths", "family_said", "agreed_learning")

    worker = forms.ChoiceField(label="Whom did you observe?", error_messages={"required": "Choose whom you observed."})
    observed_on = day_field("When was it?", ask="the day it was")
    setting = forms.ChoiceField(
        label="Where?",
        choices=[(each.value, words) for each, words in SETTINGS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where it was."},
    )
    consent = forms.ChoiceField(
        label="What did the family say when they were asked whether you may observe?",
        choices=[(each.value, words) for each, words in CONSENTS.items()],
        widget=forms.RadioSelect,
        initial="",
        error_messages={"required": "Choose what the family said."},
    )
    asked_how = forms.CharField(
        label="How were they asked, and by whom?",
        help_text="For example: by their worker, two days before, with an interpreter.",
        required=False,
        max_length=200,
    )
    focus = forms.CharField(label="What did the two of you agree to look at?", required=False, widget=lines(2))
    strengths = forms.CharField(
        label="What did they do well?",
        help_text="Begin here. What did you see, and what did it make possible?",
        required=False,
        widget=lines(5),
    )
    family_said = forms.CharField(
        label="What does the family say of it?",
        help_text=(
            "In their words, and only with their consent. Write no name: this part of the service knows no family, so"
            " it can ask about words that look like a name, and cannot recognise one."
        ),
        required=False,
        widget=lines(3),
    )
    agreed_learning = forms.CharField(
        label="What did the two of you agree to learn next?", required=False, widget=lines(3)
    )

    def __init__(self, *args: Any, colleagues: Sequence[User], observer: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {name: skill_field(skill) for name, skill in SKILLS.items()}
        self._observer = observer
        if self.on:
            self.fields["observed_on"].earliest = self.on - FURTHEST_BACK  # type: ignore[attr-defined]
        self.offer("worker", colleagues, none="Choose somebody")

    def rows(self) -> list[Any]:
        seen = Fieldset(*SKILLS, legend="What you saw of systemic practice", legend_size=Size.MEDIUM)
        return [
            "worker", Field.radios("observed_on"), Field.radios("setting"), Field.radios("consent"), "asked_how",
            "focus", "strengths", seen, "family_said", "agreed_learning", *self.asks_to_look(),
            Button("draft", "Keep as a draft", kind="secondary"), Button("give", "Give it to them"),
        ]  # fmt: skip

    @property
    def is_given(self) -> bool:
        """Whether the observer asked to give it."""
        return "give" in self.data

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("family_said") and said.get("consent") != Consent.GIVEN.value:
            self.add_error("family_said", "Their words are kept with their consent only: say above that they said yes.")
        if self.is_given and said.get("worker"):
            self.wonder(said, self.chosen("worker").name, self._observer.name)
        return said

    def still_wanted(self, missing: Sequence[str]) -> None:
        """Say beside each answer what is missing before it can be given."""
        for thing in missing:
            about = next((name for sign, name in ABOUT if sign in thing), "consent")
            sentence = f"Still wanted: {thing}."
            self.add_error(about, sentence)

    @property
    def said(self) -> dict[str, Any]:
        """What the operation takes."""
        said = self.cleaned_data
        skills = {name.removeprefix("skill_"): said[name] for name in SKILLS if said.get(name)}
        return {name: said[name] for name in FIELDS} | {"worker": self.chosen("worker"), "skills": skills}

    @staticmethod
    def initial_of(observation: Observation) -> Mapping[str, Any]:
        """What a draft begins with."""
        skills = {f"skill_{each.skill}": each.number for each in observation.skills.all()}
        words = {name: getattr(observation, name) for name in FIELDS}
        return words | skills | {"worker": str(observation.worker_id)}
