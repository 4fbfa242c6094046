"""The form that says what came of one question to a family, where it was not asked in a visit that is logged."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Div, Field, Folded, PlainForm, day_field
from cases.forms.visit_pieces import ASKED, kept_from, line, marks_of, text
from cases.forms.visit_questions import ASIDE
from cases.readings.visit_sheet import Choice


class QuestionAnswerForm(PlainForm):
    """Asked, and what was answered; or not any more, and why. `cleaned_data["marks"]` says from whom it is kept."""

    save = "Save"

    became = forms.ChoiceField(
        label="What came of it?",
        choices=[(ASKED, "Asked"), (ASIDE, "Not any more")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it was asked, or will not be asked any more."},
    )
    asked_on = day_field("When did you ask?", ask="the day you asked", required=False)
    answer = text(
        "What was answered, or how it was met",
        rows=4,
        hint="In their words, if you have them. Silence is an answer too.",
    )
    why = line("Not any more, because …", most=300)

    def __init__(self, *args: Any, on: date, people: Sequence[Choice], **kwargs: Any) -> None:
        kwargs["initial"] = {"asked_on": on} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self.fields["kept"] = kept_from("The answer is not to be shared with", people)

    def rows(self) -> list[Any]:
        kept = Folded("Not to be shared", Field.checkboxes("kept"))
        return [
            Field.radios("became", inline=True),
            Div(Field.radios("asked_on"), "answer", kept, css_class="if-asked"),
            Div("why", css_class="if-aside"),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["marks"] = marks_of(said.get("kept") or [])
        if said.get("became") == ASKED:
            if said.get("why"):
                self.add_error("why", "You chose that it was asked. Take this out, or choose “Not any more”.")
            if not said.get("answer") and "answer" not in self.errors:
                self.add_error("answer", "Write what was answered, or how it was met.")
            if not said.get("asked_on") and "asked_on" not in self.errors:
                self.add_error("asked_on", "Choose the day you asked.")
        elif said.get("became") == ASIDE:
            if said.get("answer"):
                self.add_error("answer", "You chose that it will not be asked. Take this out, or choose “Asked”.")
            if not said.get("why") and "why" not in self.errors:
                self.add_error("why", "Write why, even if it is one line.")
        return said
