"""Forms about the goals of a plan: say one better, take what an assessment offers, and what is done for one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Button, Choice, Field, Folded, PlainForm, day_field
from cases.forms.marks import add_marks, marks_row
from cases.models import Goal, Member
from cases.readings.goals import LooseAction, Offered

AGAIN = "and_another"
"""The button that saves one action and asks for the next."""


def worry_field() -> forms.CharField:
    """What the goal answers."""
    return forms.CharField(
        label="What is the worry behind it?",
        help_text="What could happen, to whom. The family reads this too.",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def how_known_field() -> forms.CharField:
    """How everybody will know."""
    return forms.CharField(
        label="How will we all know that it is reached?",
        help_text="Something one can see or hear: “She puts her hand up again, and Ms Kerr says so”.",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class GoalEditForm(PlainForm):
    """A goal that stands, to be said better."""

    save = "Save"

    words = forms.CharField(
        label="What should be different?",
        help_text="In words the family would use.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write what should be different."},
    )
    worry = worry_field()
    how_known = how_known_field()

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(goal, name) for name in ("words", "worry", "how_known")}
        super().__init__(*args, version=goal.version, **kwargs)


class OfferedForm(PlainForm):
    """Which of the lines of an assessment become goals: none is ticked before somebody ticks it."""

    save = "Make these goals"

    lines = forms.MultipleChoiceField(
        label="What the assessment says needs to change",
        help_text="Each one you tick becomes a goal. You can say it better afterwards.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one."},
    )

    def __init__(self, *args: Any, offered: Sequence[Offered], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offered = {each.key: each for each in offered}
        named: Any = self.fields["lines"]
        named.choices = [Choice(each.key, each.words, hint=f"For {each.whose}") for each in offered]

    def rows(self) -> list[Any]:
        return [Field.checkboxes("lines")]

    def clean_lines(self) -> list[Offered]:
        return [self._offered[key] for key in self.cleaned_data["lines"]]


class LinkForm(PlainForm):
    """Which of the open actions bring this goal closer."""

    save = "They are for this goal"

    actions = forms.MultipleChoiceField(
        label="Which of these bring it closer?",
        help_text="What is agreed, open and for no other goal.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one."},
    )

    def __init__(self, *args: Any, loose: Sequence[LooseAction], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields["actions"]
        named.choices = [Choice(str(each.pk), each.what, hint=each.who) for each in loose]

    def rows(self) -> list[Any]:
        return [Field.checkboxes("actions")]

    def clean_actions(self) -> list[int]:
        return [int(key) for key in self.cleaned_data["actions"]]


class GoalActionForm(PlainForm):
    """What somebody who works here does for a goal, by which day, and whether it was promised to somebody.

    `staff` are those who may be asked, whoever writes first; `people` those of the record.
    """

    save = ""

    what = forms.CharField(
        label="What will be done?",
        help_text="Begin with what is done: “Ask the school for ten minutes’ grace”.",
        max_length=300,
        error_messages={"required": "Write what will be done."},
    )
    keeper = forms.ChoiceField(label="Who does it?", error_messages={"required": "Choose who does it."})
    due_on = day_field("By when?", ask="the day", future=True, recent=False, required=False)
    promised_to = forms.ChoiceField(label="Is it promised to somebody?", required=False)

    def __init__(self, *args: Any, on: date, staff: Sequence[User], people: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._staff = {str(person.pk): person for person in staff}
        named: Any = self.fields
        named["keeper"].choices = [(key, person.name) for key, person in self._staff.items()]
        named["promised_to"].choices = [("", "To nobody in particular"), *((m.first_name, m.name) for m in people)]
        add_marks(self, [(member.pk, member.name) for member in people])

    def rows(self) -> list[Any]:
        return [
            Field("what"),
            Field("keeper"),
            Field("due_on"),
            Field("promised_to"),
            Folded("Not to be shared", marks_row()),
            Button("", "Save"),
            Button(AGAIN, "Save, and write another", kind="secondary"),
        ]

    def clean_keeper(self) -> User:
        return self._staff[self.cleaned_data["keeper"]]

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day and self.on and day < self.on:
            raise forms.ValidationError("Choose today or a day after it.")
        return day
