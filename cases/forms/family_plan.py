"""Forms about copies of the plan: how somebody gets one, and one as a file."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm
from cases.readings.giving import Reader
from cases.rules.giving import Ways
from cases.rules.recording import GIVEN_HOW

_NEAR = ("by-hand", "printed")


class GivingForm(PlainForm):
    """One of the ways that are safe for this person."""

    save = "Keep it and give it"

    how = forms.ChoiceField(
        label="How do they get it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they get it.", "invalid_choice": "Choose one of the ways on the list."},
    )

    def __init__(self, *args: Any, ways: Ways, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields["how"]
        named.choices = [Choice(how, GIVEN_HOW[how], hint=ways.by_hand if how in _NEAR else "") for how in ways.allowed]
        named.help_text = ways.refused

    def rows(self) -> list[Any]:
        return [Field.radios("how")]


class PlanFileForm(PlainForm):
    """For whom, and as what."""

    save = "Make the file"

    reader = forms.ChoiceField(label="For whom?", required=False)
    layout = forms.ChoiceField(
        label="As what?",
        choices=[("pdf", "PDF, to print"), ("word", "Word, to change")],
        initial="pdf",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose Word or PDF."},
    )

    def __init__(self, *args: Any, readers: Sequence[Reader], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: Any = self.fields["reader"]
        said = [(str(each.pk), f"{each.name}{', a child’s own' if each.is_child else ''}") for each in readers]
        named.choices = [("", "The family together"), *said]

    def rows(self) -> list[Any]:
        return [Field("reader"), Field.radios("layout", inline=True)]
