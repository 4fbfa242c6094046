"""The form that says what became of an agreed action."""

from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field

DONE, ASIDE = "done", "aside"
LONGEST_OUTCOME = 4000  # characters


class ActionClosureForm(PlainForm):
    """Done, with what came of it if anything is to be said; or put aside, and then why."""

    save = "Save"

    became = forms.ChoiceField(
        label="What became of it?",
        choices=[(DONE, "Done"), (ASIDE, "Put aside")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is done or put aside."},
    )
    outcome = forms.CharField(
        label="What came of it?",
        help_text="If it is put aside: why. Whoever agreed it will read this.",
        required=False,
        max_length=LONGEST_OUTCOME,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("became") == ASIDE and not said.get("outcome") and "outcome" not in self.errors:
            self.add_error("outcome", "Write why it is put aside, even if it is one line.")
        return said


class AnotherDayForm(PlainForm):
    """Another day for an action, and why."""

    save = "Save the day"

    due_on = day_field("By which day instead?", ask="the day", future=True, recent=False)
    why = forms.CharField(
        label="Why another day?",
        help_text="It stands on the timeline. One line is enough.",
        max_length=120,
        error_messages={"required": "Write why, even if it is one line."},
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return [Field("due_on"), Field("why")]
