"""*Not to be shared*: said while something is written, on every form that writes something of a family."""

from collections.abc import Iterable
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from cases.rules.audience import Marks

FAMILY = "family"


def add_marks(form: PlainForm, people: Iterable[tuple[int, str]], label: str = "Not to be shared with") -> None:
    """Give a form its question `kept_from`: with nobody in particular unless ticked. `people` are (key, name)."""
    choices = [(FAMILY, "The family"), *((str(key), name) for key, name in people)]
    form.fields["kept_from"] = forms.MultipleChoiceField(
        label=label,
        help_text="What you mark stays out of headers, letters, prints, links and everything the person may read.",
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def marks_row() -> Any:
    """The question as a row of the form's layout, folded away until it is needed."""
    return Field.checkboxes("kept_from")


def said_marks(said: dict[str, Any]) -> Marks:
    """What was marked, from a form's `cleaned_data`."""
    chosen = said.get("kept_from") or []
    return Marks(FAMILY in chosen, tuple(sorted(int(key) for key in chosen if key != FAMILY)))
