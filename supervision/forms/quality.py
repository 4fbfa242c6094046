"""How somebody saw a session."""

from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from supervision.rules.quality import ANSWERS, ASKS, BAND_SAYS, Band, Item, Source


class RatingForm(PlainForm):
    """A band, and seven things that may be left open. `items()` gives what was answered, 0 to 2."""

    save = "Keep how I saw it"

    source = forms.ChoiceField(
        label="How were you there?",
        help_text="Who observes is often alone, and the group may guess whose the answers are.",
        choices=[(Source.SELF.value, "I took part"), (Source.OBSERVER.value, "I observed")],
        initial=Source.SELF.value,
        widget=forms.RadioSelect,
    )
    band = forms.ChoiceField(
        label="The session as a whole",
        choices=[(band.value, says) for band, says in BAND_SAYS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the session was like as a whole."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item, says in ASKS.items():
            self.fields[item.value] = forms.ChoiceField(
                label=says, choices=[(str(n), word) for n, word in enumerate(ANSWERS)], widget=forms.RadioSelect,
                required=False,
            )  # fmt: skip

    def rows(self) -> list[Any]:
        items = [Field.radios(item.value, inline=True) for item in Item]
        return [Field.radios("source", inline=True), *items, Field.radios("band")]

    def clean_source(self) -> Source:
        return Source(self.cleaned_data["source"])

    def clean_band(self) -> Band:
        return Band(self.cleaned_data["band"])

    def items(self) -> dict[Item, int]:
        """What was answered, by the item."""
        return {item: int(said) for item in Item if (said := self.cleaned_data.get(item.value))}
