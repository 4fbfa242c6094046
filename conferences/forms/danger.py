"""*Tell the social worker about a danger*, and what the worker does now."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from conferences.models import ConferenceChild
from conferences.rules.danger import SHORTEST, Danger, Soon, ToldFamily


class DangerForm(PlainForm):
    """What is passed on: there is no field for anything else of the preparation. `danger()` is what was typed."""

    save = "Tell them now"

    words = forms.CharField(
        label="What is the danger?",
        help_text="What you saw or heard, who could be hurt, and by what. Leave out whatever they do not need to know.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say what the danger is."},
    )
    children = forms.MultipleChoiceField(
        label="Which children is it about?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Say which children it is about."},
    )
    soon = forms.ChoiceField(
        label="Could somebody be hurt before tomorrow?",
        choices=[(Soon.TONIGHT.value, "Yes, or I cannot say that nobody could"), (Soon.SOON.value, "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether somebody could be hurt before tomorrow."},
    )
    spoken_with = forms.CharField(
        label="Whom have you spoken with?",
        help_text="If it cannot wait, ring them as well: a message may lie unread. Sending does not wait for this.",
        max_length=160,
        required=False,
    )
    family = forms.ChoiceField(
        label="Does the family know that you pass this on?",
        choices=[
            (ToldFamily.TOLD.value, "Yes, I told them"),
            (ToldFamily.NOT_YET.value, "Not yet"),
            (ToldFamily.WOULD_HARM.value, "No: telling them would make it worse"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the family knows that you pass this on."},
    )
    why_family_not_told = forms.CharField(
        label="If telling them would make it worse: why?", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args: Any, children: Sequence[ConferenceChild], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["children"].choices = [(str(child.pk), child.first_name) for child in children]

    def rows(self) -> list[Any]:
        asked = [Field.checkboxes("children"), Field.radios("soon"), "spoken_with", Field.radios("family")]
        return ["words", *asked, "why_family_not_told"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("words") is not None and len(said["words"].strip()) < SHORTEST:
            self.add_error("words", "Say what the danger is, in a sentence.")
        if said.get("family") == ToldFamily.WOULD_HARM and not said.get("why_family_not_told"):
            self.add_error("why_family_not_told", "Say why the family is not told.")
        return said

    def danger(self) -> Danger:
        """What was typed, as the operation takes it."""
        said = self.cleaned_data
        return Danger(
            words=said["words"],
            children=tuple(int(key) for key in said["children"]),
            soon=Soon(said["soon"]),
            family=ToldFamily(said["family"]),
            why_family_not_told=said["why_family_not_told"],
            spoken_with=said["spoken_with"],
        )


class DidForm(PlainForm):
    """What the family's worker, a manager or duty does now."""

    save = "Say what I do"

    did = forms.CharField(
        label="What I do now",
        help_text="The coordinator reads this. A visit, a call, a strategy discussion: say what and when.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what you do now."},
    )

    def rows(self) -> list[Any]:
        return ["did"]
