"""The form about ideas that rang a bell: from what is held as possible to what somebody will ask the family."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Fieldset, Folded, PlainForm, Size, day_field
from camden.operations.versions import Overtaken
from supervision.models import Discussion, Hypothesis
from supervision.readings.kept import said_of
from supervision.rules.hypotheses import LEVEL

# The questions of one idea: column, label, hint, whether it is a line.
QUESTIONS: tuple[tuple[str, str, str, bool], ...] = (
    ("ask_what", "What do we want to know?", "For example: who notices first when Mum is sad", True),
    ("ask_whom", "Whom do we ask?", "For example: Anisa, alone", True),
    ("first_sentence", "How: the first sentence", "In the words somebody will say.", False),
    ("whose_view", "Whose view is it?", "Who sees it this way, and who would not?", True),
    ("evidence_for", "What speaks for it?", "", False),
    ("evidence_against", "What speaks against it?", "", False),
    ("would_see", "What would we see if it were so?", "", False),
    ("risk_means", "What would it mean for risk?", "", False),
    ("not_asked_because", "Why we will not ask", "Only when nobody will ask the family about this.", False),
)
LONGEST = {"ask_what": 300, "ask_whom": 160, "whose_view": 200}
FIRST = ("ask_what", "ask_whom", "ask_by", "ask_by_on", "first_sentence")
THEN = ("level", "whose_view", "evidence_for", "evidence_against", "would_see", "risk_means")


class KeptIdeasForm(PlainForm):
    """What is asked of each kept idea. Nothing is compulsory while people talk: what is missing is said at the closing.

    `cleaned_data["said"]` has, by the key of the idea, the columns of HypothesisKept and `level`.
    """

    save = "Save what we will ask"

    def __init__(
        self,
        *args: Any,
        discussion: Discussion,
        ideas: Sequence[Hypothesis],
        keepers: Sequence[User],
        on: date,
        version: int,
        **kwargs: Any,
    ) -> None:
        self.discussion, self.ideas, self.now = discussion, list(ideas), version
        self.people = {str(person.pk): person for person in keepers}
        super().__init__(*args, on=on, version=version, **kwargs)
        for idea in self.ideas:
            self._ask(idea)

    def rows(self) -> list[Any]:
        steps = [self._one(idea) for idea in self.ideas]
        return [piece for pieces in steps for piece in pieces]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["said"] = {idea.pk: self._said(idea, said) for idea in self.ideas}
        return said

    def as_it_is_now(self) -> Overtaken:
        """What somebody else saved meanwhile, in every answer: this form was made with the ideas as they are now."""
        now = {name: self.get_initial_for_field(field, name) for name, field in self.fields.items()}
        now = {name: "" if there is None else there for name, there in now.items()}
        theirs = SimpleNamespace(version=self.now, _meta=self.discussion._meta, **now)
        differ = frozenset(name for name, there in now.items() if there != (self.cleaned_data.get(name) or ""))
        return Overtaken(theirs, differ)

    def _ask(self, idea: Hypothesis) -> None:
        key, kept = idea.pk, said_of(idea)
        for name, label, hint, is_line in QUESTIONS:
            self.fields[f"{name}_{key}"] = forms.CharField(
                label=label, help_text=hint, required=False, initial=getattr(kept, name),
                max_length=LONGEST.get(name, 2000), widget=None if is_line else forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip
        self.fields[f"level_{key}"] = forms.ChoiceField(
            label="What is it about?", required=False, choices=[("", "Not said"), *LEVEL.items()], initial=idea.level
        )
        people = [("", "Choose who"), *((each, person.name) for each, person in self.people.items())]
        self.fields[f"ask_by_{key}"] = forms.ChoiceField(
            label="Who asks?", required=False, choices=people, initial=str(kept.ask_by_id or "")
        )
        self.fields[f"ask_by_on_{key}"] = day_field(
            "By when", ask="the day by when", future=True, recent=False, required=False, initial=kept.ask_by_on
        )

    def _one(self, idea: Hypothesis) -> list[Any]:
        key = idea.pk
        first = [f"{name}_{key}" for name in FIRST]
        folded = Folded("Whose view, and what speaks for and against it", *[f"{name}_{key}" for name in THEN])
        why_not = Folded("Nobody will ask about this", f"not_asked_because_{key}")
        legend = f"“{idea.text}”"
        return [
            Fieldset(*first, legend=legend, legend_size=Size.MEDIUM, css_class="step", css_id=f"idea-{key}"),
            folded,
            why_not,
        ]

    def _said(self, idea: Hypothesis, answers: dict[str, Any]) -> dict[str, Any]:
        key = idea.pk
        due_on = answers.get(f"ask_by_on_{key}")
        if due_on and due_on < self.discussion.held_on:
            self.add_error(f"ask_by_on_{key}", "Choose a day after the session.")
        said = {name: answers.get(f"{name}_{key}", "") for name, *_ in QUESTIONS}
        who = self.people.get(answers.get(f"ask_by_{key}") or "")
        return said | {"level": answers.get(f"level_{key}", ""), "ask_by": who, "ask_by_on": due_on}
