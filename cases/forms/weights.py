"""Forms about what work weighs in this council."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from camden.office.layout import Field, day_field
from camden.office.previewed import Preview, PreviewedForm
from cases.rules.weighting.changing import MOST, OTHERWISE_MOST, PLACES, stored, typed, unit_in_words
from cases.rules.weighting.rows import Row

_LIMIT = {
    "travel": "From how many {} one way?",
    "early-career": "Until how many {} of the programme are over?",
    "early-career-children": "In how many first {} of the programme?",
    "starting": "Until how many {} after their first day?",
}


class WeightForm(PreviewedForm):
    """One number from a day on, and why. Shown what follows before it is saved."""

    keep = "Save this number"

    amount = forms.DecimalField(
        min_value=0,
        widget=forms.TextInput,
        error_messages={"required": "Enter a number.", "min_value": "Enter 0 or more."},
    )
    limit = forms.IntegerField(min_value=1, max_value=1000, widget=forms.TextInput)
    begins_on = day_field(
        "From which day?",
        ask="the day from which it holds",
        future=True,
        help_text="From this day on caseloads are weighed with it. Days before stay as they were weighed.",
    )
    why = forms.CharField(
        label="Why?",
        max_length=300,
        help_text="Everybody who works here reads it: whoever agreed to it, and when.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why, so that people can follow it."},
    )

    def __init__(self, *args: Any, row: Row, version: int, on: date, **kwargs: Any) -> None:
        self.row = row
        first = {"amount": typed(row.unit, row.amount), "limit": row.limit}
        super().__init__(*args, initial=first, version=version, on=on, **kwargs)
        amount: Any = self.fields["amount"]
        amount.label = f"How many {unit_in_words(row.unit)}?"
        if unit_in_words(row.unit) == "of 100":
            amount.label = "How many of 100?"
        amount.max_value = MOST.get(row.unit, OTHERWISE_MOST)
        amount.max_digits, amount.decimal_places = 7, PLACES.get(row.unit, 0)
        amount.validators += forms.DecimalField(
            max_value=amount.max_value, max_digits=7, decimal_places=amount.decimal_places
        ).validators
        for name in ("amount", "limit"):
            self.fields[name].widget.attrs |= {"inputmode": "decimal", "class": "hour"}
        if row.limit is None or row.limit_unit is None:
            del self.fields["limit"]
        else:
            says = _LIMIT.get(row.code.partition(".")[0], "Up to how many {}?")
            self.fields["limit"].label = says.format(unit_in_words(row.limit_unit))

    def rows(self) -> list[Any]:
        asked = [name for name in ("amount", "limit") if name in self.fields]
        return [*asked, Field.radios("begins_on"), "why", "_seen", Preview()]

    def clean_amount(self) -> Decimal:
        amount: Decimal = self.cleaned_data["amount"]
        return amount.normalize()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and (self.stored, self.stored_limit) == (self.row.amount, self.row.limit):
            self.add_error("amount", "This number holds already. Enter another, or leave it as it is.")
        return said

    @property
    def stored(self) -> int:
        """The number as it is kept."""
        return stored(self.row.unit, self.cleaned_data["amount"])

    @property
    def stored_limit(self) -> int | None:
        """The second number; None for a row without one."""
        limit: int | None = self.cleaned_data.get("limit")
        return limit
