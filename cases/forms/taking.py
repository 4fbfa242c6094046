"""Forms about taking a family: to ask a worker, to answer, and to note how they were introduced."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Field, Folded, PlainForm, day_field
from cases.forms.asking import words
from cases.models import Introduction
from cases.rules.introducing import ANSWER

STEPS = {
    "told": "The family was told why",
    "goodbye": "They said goodbye",
    "hello": "They met together",
    "record": "The chronology and the genogram are up to date",
    "actions": "What is still open was passed on",
}
HAND_OVER = ("goodbye", "record", "actions")


class AskForm(PlainForm):
    """What a worker is asked with: the needs in plain words, without what they need not know yet."""

    save = "Ask"

    needs = words("What does the family need of a worker?", ask="Write what the family needs of a worker.", rows=5)
    is_lead_told = forms.BooleanField(required=False)

    def __init__(self, *args: Any, lead: str, needs: str, on: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"needs": needs} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self.fields["needs"].help_text = "They read this, and why you thought of them. Name nobody."
        self.fields["is_lead_told"].label = f"I have talked about it with {lead}"
        if not lead:
            del self.fields["is_lead_told"]

    def rows(self) -> list[Any]:
        return [Field(name) for name in self.fields]


class AnswerForm(PlainForm):
    """The worker's answer. A no is no fault."""

    save = "Answer"

    answer = forms.ChoiceField(
        label="Could you take them?",
        choices=list(ANSWER.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an answer."},
    )
    words = words("A word about it", help_text="What you know of them, what would help, or why not now.", rows=3)

    def rows(self) -> list[Any]:
        return [Field.radios("answer"), Field("words")]


class StepsForm(PlainForm):
    """The days of an introduction that nobody noted yet, each with who did it.

    `others` are the introductions of brothers and sisters to the same worker. None of them is ticked before somebody
    says that it was so for them too.
    """

    save = "Save"

    def __init__(
        self,
        *args: Any,
        introduction: Introduction,
        people: Sequence[User],
        on: date,
        others: Sequence[Introduction] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._one, self._others = introduction, {str(each.pk): each for each in others}
        self._people = {str(person.pk): person for person in people}
        self.steps = [step for step in STEPS if _is_open(introduction, step)]
        for step in self.steps:
            self.fields[f"{step}_on"] = day_field("On which day?", ask="the day", required=False)
            self.fields[f"{step}_by"] = forms.ChoiceField(
                label="Who did it?",
                choices=[("", "Choose somebody"), *((key, person.name) for key, person in self._people.items())],
                required=False,
            )

        if self._others:
            self.fields["also"] = forms.MultipleChoiceField(
                label="For whom was it so, too?",
                help_text=f"What you note is noted for {introduction.child.first_name}, and for whom you tick.",
                choices=[(key, each.child.first_name) for key, each in self._others.items()],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def rows(self) -> list[Any]:
        asked: list[Any] = [Folded(STEPS[step], Field.radios(f"{step}_on"), Field(f"{step}_by")) for step in self.steps]
        return [*asked, *(["also"] if self._others else [])]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for step in self.steps:
            day, who = said.get(f"{step}_on"), said.get(f"{step}_by")
            if day and not who:
                self.add_error(f"{step}_by", "Say who did it.")
            if who and not day and f"{step}_on" not in self.errors:
                self.add_error(f"{step}_on", "Enter the day.")
        return said

    def done(self) -> Iterable[tuple[Introduction, str, date, User]]:
        """Each step that was entered: of whom, what, when and by whom. A day noted before stays as it was noted."""
        alike = [self._others[key] for key in self.cleaned_data.get("also", ())]
        for step in self.steps:
            day, who = self.cleaned_data.get(f"{step}_on"), self.cleaned_data.get(f"{step}_by")
            if day and who:
                of = [self._one, *(each for each in alike if _is_open(each, step))]
                yield from ((each, step, day, self._people[who]) for each in of)


def _is_open(introduction: Introduction, step: str) -> bool:
    is_needed = step not in HAND_OVER or introduction.before_id is not None
    return is_needed and getattr(introduction, f"{step}_on") is None
