"""The form about what stays in the room: a difference that may matter, seeing it differently, one's own position."""

from collections.abc import Mapping
from typing import Any

from django import forms

from camden.office.layout import Fieldset, Folded, PlainForm, Size
from supervision.models import Position
from supervision.rules.closing import POSITION_SAYS
from supervision.rules.prompts import LENSES_TITLE, VISIBLE, VOICED, WHOSE

_DIFFERENCE = ("lens", "whose", "seen", "voiced", "so_what")
_YES = {"visible": True, "invisible": False, "voiced": True, "unvoiced": False, "": None}


class RoomNotesForm(PlainForm):
    """One difference at a time, and one's own words. `lenses` are titles by code, as the authority words them.

    `presents` is whether the person presents this family; `notes` whether they write about it: whoever was there and
    does not see the record says only that they see it differently.

    `cleaned_data["difference"]` is None, or what `operations.note_difference` takes.
    """

    save = "Save, for this room only"

    lens = forms.ChoiceField(
        label="Which difference?",
        required=False,
        choices=[("", "None to add")],
    )
    whose = forms.ChoiceField(label="Whose?", required=False, choices=[("", "Choose whose"), *WHOSE.items()])
    seen = forms.ChoiceField(label="Can it be seen?", required=False, choices=[("", "Not said"), *VISIBLE.items()])
    voiced = forms.ChoiceField(label="Is it spoken of?", required=False, choices=[("", "Not said"), *VOICED.items()])
    so_what = forms.CharField(
        label="So what?",
        help_text="What does it make easy or hard, for them or for us?",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    dissent = forms.CharField(
        label="I see it differently",
        help_text="Your name stands beside it. It stays with the session.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        lenses: Mapping[str, str],
        notes: bool,
        presents: bool,
        position: Position | None,
        dissent: str,
        **kwargs: Any,
    ) -> None:
        self.notes, self.presents, self.had_dissent = notes, presents, dissent
        super().__init__(*args, initial={"dissent": dissent}, **kwargs)
        self.fields["lens"].choices = [("", "None to add"), *lenses.items()]  # type: ignore[attr-defined]
        if not notes:
            for name in _DIFFERENCE:
                del self.fields[name]
        if presents:
            self.fields["position"] = forms.CharField(
                label="What this work does to me", help_text=POSITION_SAYS, required=False, max_length=4000,
                initial=position.words if position else "", widget=forms.Textarea(attrs={"rows": 3}),
            )  # fmt: skip
            self.fields["was_spoken"] = forms.BooleanField(
                label="Spoken, not written", required=False, initial=bool(position and position.was_spoken)
            )

    def rows(self) -> list[Any]:
        if not self.notes:
            return ["dissent"]
        difference = Fieldset(
            "lens", "whose", Folded("Seen, or spoken of?", "seen", "voiced"), "so_what",
            legend=LENSES_TITLE, legend_size=Size.MEDIUM, css_class="step",
        )  # fmt: skip
        steps = [difference]
        if self.presents:
            steps.append(
                Fieldset("position", "was_spoken", legend="My position", legend_size=Size.MEDIUM, css_class="step")
            )
        return [*steps, "dissent"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("lens") and not said.get("whose"):
            self.add_error("whose", "Choose whose difference it is.")
        if not said.get("lens") and (said.get("so_what") or said.get("whose")):
            self.add_error("lens", "Choose which difference it is about.")
        if self.had_dissent and not said.get("dissent"):
            self.add_error("dissent", "What was said stands. Write what you see now.")
        if said.get("was_spoken") and said.get("position"):
            self.add_error("was_spoken", "Either write it, or tick that it was spoken. What was spoken is not kept.")
        said["difference"] = None
        if said.get("lens"):
            said["difference"] = {
                "lens": said["lens"],
                "whose": said.get("whose", ""),
                "so_what": said.get("so_what", ""),
                "is_visible": _YES[said.get("seen", "")],
                "is_voiced": _YES[said.get("voiced", "")],
            }
        return said
