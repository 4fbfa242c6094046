"""Small forms about visits: write one up later, say that one was unsuccessful, take one back; goals."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django import forms

from camden.office.layout import Button, Div, Field, Folded, FormHelper, Layout, PlainForm, day_field
from camden.rules.names import day_in_words
from cases.forms.goals import how_known_field, worry_field
from cases.forms.marks import add_marks, marks_row, said_marks
from cases.forms.visit_pieces import Prompts, pick
from cases.forms.visits import account_field, meaning_field
from cases.models import Visit
from cases.readings.visit_sheet import Choice
from cases.rules.recording import VISIT_MISSED

LONGEST_WHY = 200  # characters: it stands on the timeline


class AccountForm(PlainForm):
    """What was seen and heard in a visit that was saved without it."""

    save = "Save the write-up"

    account = account_field()
    meaning = meaning_field()

    def __init__(self, *args: Any, purpose: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._purpose = purpose
        self.fields["account"].required = True
        self.fields["account"].error_messages["required"] = "Write what you saw and heard, even if it is one line."

    def rows(self) -> list[Any]:
        return ["account", Prompts(self._purpose), "meaning"]


class MissedForm(PlainForm):
    """An unsuccessful visit: why, and with the button that sends it when to try again.

    `soon` and `later` are the days offered. `cleaned_data["again_on"]` is the day chosen, or None.
    """

    why = forms.ChoiceField(
        label="Why did you not see them?",
        choices=list(VISIT_MISSED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why you did not see them."},
    )
    visited_on = day_field("When did you come?", ask="the day you came")
    kind = forms.ChoiceField(
        label="Where?", choices=Visit.Kind.choices, initial=Visit.Kind.HOME, widget=forms.RadioSelect
    )
    again_on = day_field("Another day", ask="the day to try again", future=True, recent=False, required=False)

    def __init__(self, *args: Any, on: date, soon: date, later: date, **kwargs: Any) -> None:
        self._days = {"again_soon": soon, "again_later": later}
        super().__init__(*args, on=on, **kwargs)
        self.fields["visited_on"].initial = on

    @cached_property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        buttons = [
            Button(name, f"Try again {self._in_words(day)}", kind="" if name == "again_soon" else "secondary")
            for name, day in self._days.items()
        ]
        helper.layout = Layout(
            Field.radios("why", inline=True),
            Div(*buttons, Button("again_none", "Plan nothing now", kind="quiet"), css_class="visit__save"),
            Folded("Another day to try again", "again_on", Button("again_other", "Try again on that day")),
            Folded("Not today, or not at home", Field.radios("visited_on"), Field.radios("kind", inline=True)),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        chosen = next((day for name, day in self._days.items() if name in self.data), None)
        if "again_other" in self.data and not said.get("again_on") and "again_on" not in self.errors:
            self.add_error(
                "again_on", f"Enter the day to try again, for example {day_in_words(self._days['again_later'])}."
            )
        if said.get("again_on") and said["again_on"] < self.on:
            self.add_error("again_on", "Choose today or a later day.")
        if said.get("again_on") and (chosen or "again_none" in self.data):
            self.add_error("again_on", "You typed a day and pressed another button. Keep one of them.")
        said["again_on"] = chosen or said.get("again_on")
        return said

    def _in_words(self, day: date) -> str:
        return "tomorrow" if self.on and (day - self.on).days == 1 else f"on {day:%A} {day.day} {day:%B}"


class VisitStrikeForm(PlainForm):
    """Why a visit was not so."""

    save = "Take it back"

    why = forms.CharField(
        label="Why was it not so?",
        help_text="It stays to be read, crossed out, with your name and reason. No due date counts from it any more.",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write why it was not so, even if it is one line."},
    )
    again = forms.BooleanField(label="Write it again, beginning with what was there", required=False)


class GoalForm(PlainForm):
    """What should be different, for a child or for the family."""

    save = "Set this goal"

    words = forms.CharField(
        label="What should be different?",
        help_text="In words the family would use: “Anisa can be eleven at the doctor’s”.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write what should be different."},
    )
    worry = worry_field()
    how_known = how_known_field()

    def __init__(self, *args: Any, children: Sequence[Choice], people: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["child"] = pick("For whom?", [(str(key), name) for key, name in children], "The family")
        add_marks(self, people)

    def rows(self) -> list[Any]:
        return ["words", "child", "worry", "how_known", Folded("Not to be shared", marks_row())]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["marks"] = said_marks(said)
        return said


class GoalEndingForm(PlainForm):
    """Why work on a goal is over."""

    save = "End this goal"

    why = forms.CharField(
        label="Why does it end?",
        help_text="Reached, no longer wanted, or another one took its place.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write why it ends, even if it is one line."},
    )
