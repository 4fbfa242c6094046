"""Forms of the room: the words of a family while a group talks, one sentence, and who plays which part."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import PlainForm
from supervision.models import Attendance, DiscussionWords
from supervision.rules.roles import GIVEN_OUT, Part

LONGEST = 300


class RoomWordsForm(PlainForm):
    """What the presenter says: the dilemma, the commission, and what rang bells. The scribe types it."""

    save = "Save what is said"

    dilemma = forms.CharField(
        label="The dilemma", required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2})
    )
    useful = forms.CharField(
        label="What would be most useful?", required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2})
    )
    resonance = forms.CharField(
        label="What rang bells", required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, words: DiscussionWords, presenter: str, **kwargs: Any) -> None:
        initial = {"dilemma": words.dilemma, "useful": words.useful, "resonance": words.resonance}
        super().__init__(*args, initial=initial, version=words.version, **kwargs)
        self.fields["dilemma"].help_text = f"In one sentence, as {presenter} puts it."
        self.fields["resonance"].help_text = f"What {presenter} heard that stays, and what is different now."


class SentenceForm(PlainForm):
    """One sentence said in the room. `key` is the browser's own, so that what is sent twice stands once."""

    text = forms.CharField(label="One sentence", max_length=LONGEST, help_text="Perhaps …, or: I wonder …")
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


class PartsForm(PlainForm):
    """Who asks, who plans and who writes for one family. `cleaned_data["parts"]`: keys of people by part."""

    save = "Give out these parts"

    def __init__(self, *args: Any, people: Sequence[User], given: Mapping[Part, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose who"), *((str(person.pk), person.name) for person in people)]
        for part in GIVEN_OUT:
            self.fields[part.value] = forms.ChoiceField(
                label=Attendance.Part(part.value).label, choices=choices, initial=str(given.get(part, ""))
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["parts"] = {part: int(said[part.value]) for part in GIVEN_OUT if said.get(part.value)}
        return said
