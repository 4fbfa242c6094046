"""The forms that answer what stands still, and that note a manager's decision."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from camden.rules.names import day_in_words
from cases.forms.asking import words
from cases.models import Member
from cases.rules.overseeing import DRIFT_ANSWER

QUIET_FOR = ((14, "two weeks"), (28, "four weeks"), (56, "eight weeks"), (91, "three months"))  # days
AGAIN_IN = ((7, "a week"), (14, "two weeks"), (28, "four weeks"), (91, "three months"))  # days
LONGEST_ABOUT = 300  # characters


def _in_days(on: date, spans: Sequence[tuple[int, str]]) -> list[tuple[str, str]]:
    """Days to choose from, each with how far it is: "In two weeks, 17 November 2026"."""
    days = [(on + timedelta(days=days), said) for days, said in spans]
    return [(day.isoformat(), f"In {said}, {day_in_words(day)}") for day, said in days]


class DriftAnswerForm(PlainForm):
    """What is answered, why, and until when it is quiet: `cleaned_data["quiet_until_on"]` is a day."""

    save = "Save the answer"

    answer = forms.ChoiceField(
        label="What do you say to it?",
        choices=list(DRIFT_ANSWER.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an answer."},
    )
    words = words(
        "Why, and what happens now?",
        ask="Write why, even if it is one line.",
        help_text="It stands on the record. The family may read it.",
    )
    quiet_until_on = forms.TypedChoiceField(
        label="When should it be asked again?",
        help_text="Nothing is put away for ever. It comes back sooner if something new happens.",
        coerce=date.fromisoformat,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a day.", "invalid_choice": "Choose one of these days."},
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        field: Any = self.fields["quiet_until_on"]
        field.choices = _in_days(on, QUIET_FOR)

    def rows(self) -> list[Any]:
        return [Field.radios("answer"), Field("words"), Field.radios("quiet_until_on")]


class OversightForm(PlainForm):
    """A decision and its reasons. Asks what it is about only where no row was chosen (`about` is empty).

    `cleaned_data["child"]` is a child or None for the family, `["look_again_on"]` a day or None.
    """

    save = "Save the decision"

    about = forms.CharField(
        label="What did you look at?",
        max_length=LONGEST_ABOUT,
        error_messages={"required": "Write what you looked at, even if it is one line."},
    )
    child = forms.ChoiceField(label="Whom is it about?", required=False)
    decision = words("What do you decide?", ask="Write what you decide.", help_text="Who does what, by when.")
    rationale = words(
        "Why?",
        ask="Write why.",
        help_text="What you weighed, and what it means for the child. The family may read it, now or in years.",
    )
    look_again_on = forms.TypedChoiceField(
        label="When do you look again?",
        help_text="It comes back on your My day.",
        coerce=date.fromisoformat,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of these days."},
    )

    def __init__(
        self, *args: Any, on: date, children: Sequence[Member], about: str, child: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._children = {str(each.pk): each for each in children}
        named: Any = self.fields
        named["child"].choices = [("", "The family"), *((key, each.name) for key, each in self._children.items())]
        named["child"].initial = str(child or "")
        named["look_again_on"].choices = [*_in_days(on, AGAIN_IN), ("", "There is no need")]
        if about:
            del self.fields["about"]

    def rows(self) -> list[Any]:
        asked = [Field("about")] if "about" in self.fields else []
        return [*asked, Field("child"), Field("decision"), Field("rationale"), Field.radios("look_again_on")]

    def clean_child(self) -> Member | None:
        """The child, or None for the family."""
        return self._children.get(self.cleaned_data["child"])
