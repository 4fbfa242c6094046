"""The form that writes down a promise."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import HTML, Field, PlainForm, day_field
from cases.forms.marks import add_marks, marks_row
from cases.models import Member

_FOLD = '<details class="later"{}><summary>Is somebody not to know of it?</summary>'
LONGEST_WHAT, LONGEST_NAME = 300, 120  # characters


class PromiseForm(PlainForm):
    """What, to whom, by when, who keeps it. `cleaned_data["promised_to"]` is a name, `["children"]` a list of keys.

    `people` are those of the record; `keepers` (key, name), with whoever writes first.
    """

    save = "Write it down"

    what = forms.CharField(
        label="What was promised?",
        help_text="Begin with what will be done: “Ring the housing office about the damp”.",
        max_length=LONGEST_WHAT,
        error_messages={"required": "Write what was promised."},
    )
    to = forms.ChoiceField(
        label="To whom?", widget=forms.RadioSelect, error_messages={"required": "Choose to whom it was promised."}
    )
    somebody = forms.CharField(label="Who is it, if not on the list?", required=False, max_length=LONGEST_NAME)
    due_on = day_field("By when?", ask="the day", future=True, required=False)
    keeper = forms.TypedChoiceField(label="Who keeps it?", coerce=int)
    children = forms.TypedMultipleChoiceField(
        label="Which children is it for?",
        help_text="None: it is for the family.",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, on: date, people: Sequence[Member], keepers: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.names = {str(each.pk): each.first_name for each in people}
        named: Any = self.fields
        named["to"].choices = [*((str(each.pk), each.name) for each in people), ("other", "Somebody else")]
        named["keeper"].choices = list(keepers)
        named["children"].choices = [(each.pk, each.first_name) for each in people if each.kind == Member.Kind.CHILD]
        add_marks(self, [(each.pk, each.name) for each in people])

    def rows(self) -> list[Any]:
        fold = HTML(_FOLD.format(" open" if self.is_bound else ""))
        return [
            Field("what"),
            Field.radios("to", inline=True),
            Field("somebody"),
            Field.radios("due_on"),
            Field("keeper"),
            Field.checkboxes("children"),
            fold,
            marks_row(),
            HTML("</details>"),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["promised_to"] = self.names.get(said.get("to", ""), "") or said.get("somebody", "")
        if said.get("to") == "other" and not said.get("somebody") and "somebody" not in self.errors:
            self.add_error("somebody", "Write to whom it was promised.")
        if said.get("due_on") and self.on and said["due_on"] < self.on:
            self.add_error("due_on", "Choose today or a day after it.")
        return said
