"""The form in which a manager says what may be agreed at the meeting. Sums are in whole pounds."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Fieldset, PlainForm, Size
from conferences.rules.mandate import MayPromise

LINES = 3  # to write on, beside those there are
LONGEST = 500
MOST = 1_000_000


def _pounds(label: str, **kwargs: Any) -> forms.IntegerField:
    attrs = {"inputmode": "numeric", "class": "govuk-input--width-5"}
    return forms.IntegerField(
        label=label, min_value=0, max_value=MOST, required=False, widget=forms.TextInput(attrs=attrs), **kwargs
    )


class MandateForm(PlainForm):
    """What must be in place, what may be promised, and the most in all.

    `must_haves` are lines to begin with, `promises` those of the last mandate. `facts()` is what the operation takes.
    """

    save = "This may be agreed"

    must_haves = forms.CharField(
        label="What must happen for the children to be safe?",
        help_text="One a line, in plain words. The family and the coordinator read these before the meeting.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what must be in place for the children to be safe, even if it is one line."},
    )
    up_to = _pounds(
        "Up to how much in all, in pounds?", help_text="0 if nothing that costs money may be promised in the room."
    )
    words = forms.CharField(
        label="Anything else the worker may say yes to",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(
        self, *args: Any, must_haves: Sequence[str], promises: Sequence[MayPromise], up_to: int | None, **kwargs: Any
    ) -> None:
        first = {"must_haves": "\n".join(must_haves), "up_to": up_to}
        super().__init__(*args, initial=first, **kwargs)
        self._lines = range(1, len(promises) + LINES + 1)
        for number, before in zip(self._lines, [*promises, *[None] * LINES], strict=True):
            self.fields[f"may_{number}"] = forms.CharField(
                label="What may be promised?", required=False, max_length=200, initial=before.what if before else ""
            )
            self.fields[f"sum_{number}"] = _pounds("Up to, in pounds", initial=before.up_to if before else None)

    def rows(self) -> list[Any]:
        lines = [
            Fieldset(
                f"may_{number}",
                f"sum_{number}",
                legend=f"Help {number}",
                legend_size=Size.SMALL,
                css_class="promised-sum",
            )
            for number in self._lines
        ]
        title = "What may be promised. You and the worker read this, and nobody else"
        return ["must_haves", Fieldset(*lines, "up_to", "words", legend=title, legend_size=Size.MEDIUM)]

    def clean_must_haves(self) -> str:
        said: str = self.cleaned_data["must_haves"]
        if any(len(line.strip()) > LONGEST for line in said.splitlines()):
            raise forms.ValidationError(f"Keep each line to {LONGEST} characters, so that it can be said aloud.")
        return said

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for number in self._lines:
            if said.get(f"sum_{number}") and not said.get(f"may_{number}"):
                self.add_error(f"may_{number}", "Write what this sum is for, or take it out.")
        if said.get("up_to") is None and "up_to" not in self.errors:
            self.add_error("up_to", "Enter the most in all. It is 0 if nothing that costs money may be promised.")
        return said

    def facts(self) -> dict[str, Any]:
        """What the operation takes."""
        said = self.cleaned_data
        promises = [
            MayPromise(said[f"may_{number}"], said[f"sum_{number}"] or 0)
            for number in self._lines
            if said[f"may_{number}"]
        ]
        lines = [line.strip(" -•\t") for line in said["must_haves"].splitlines()]
        return {
            "must_haves": [line for line in lines if line],
            "promises": promises,
            "up_to": said["up_to"],
            "words": said["words"],
        }
