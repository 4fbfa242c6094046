"""Forms about agendas: another family, and a worker's request."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from supervision.models import Discussion


class AgendaItemForm(PlainForm):
    """A family put on an agenda by whoever supervises. `families` are (key, name)."""

    save = "Put this family on"

    depth = forms.ChoiceField(
        label="How long for?",
        choices=Discussion.Depth.choices,
        initial=Discussion.Depth.QUICK,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how long for."},
    )

    def __init__(self, *args: Any, families: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"] = forms.TypedChoiceField(
            label="Which family?",
            choices=[("", "Choose a family"), *((str(key), name) for key, name in families)],
            coerce=int,
            error_messages={"required": "Choose a family."},
        )

    def rows(self) -> list[Any]:
        return ["case", Field.radios("depth", inline=True)]


class AgendaRequestForm(PlainForm):
    """A worker asks that a family be talked about. One press is enough: words help, and nobody needs them."""

    save = "Ask for it"

    why = forms.CharField(
        label="What would help you think?",
        help_text="One line, if you like. Whoever supervises reads it, and so does everybody who may open the record.",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def rows(self) -> list[Any]:
        return ["why"]
