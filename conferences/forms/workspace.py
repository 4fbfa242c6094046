"""The form of a conference's next stage."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, day_field
from conferences.rules.stages import NEEDS_A_REASON, Stage


class StageForm(PlainForm):
    """Which stage comes next. `stages` are those this person may choose; `cleaned_data["to"]` is a Stage.

    `barred` wait for something that the page names above the form.
    """

    to = forms.ChoiceField(
        label="What comes next?", widget=forms.RadioSelect, error_messages={"required": "Choose what comes next."}
    )
    happened_on = day_field("Since when?", ask="the day")
    reason = forms.CharField(
        label="Why?",
        help_text="Needed for a pause, a stop, a meeting without a plan, and when a conference is not offered.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(
        self, *args: Any, stages: Sequence[Stage], on: date, barred: Collection[Stage] = (), **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {}).setdefault("happened_on", on)
        super().__init__(*args, on=on, **kwargs)
        hints = {stage: "It still waits for what stands above." if stage in barred else stage.says for stage in stages}
        self.fields["to"].choices = [Choice(stage.value, stage.label, hint=hints[stage]) for stage in stages]

    def rows(self) -> list[Any]:
        return [Field.radios("to"), Field.radios("happened_on"), Field("reason")]

    def clean_to(self) -> Stage:
        return Stage(self.cleaned_data["to"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("to") in NEEDS_A_REASON and not said.get("reason"):
            self.add_error("reason", "Write why, in words the family could read.")
        return said
