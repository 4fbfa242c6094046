"""The form of the meeting itself: the day, the two times of the family's time alone, and who came."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import HTML, Button, Field, Fieldset, FormHelper, Layout, PlainForm, Size, day_field
from conferences.models import FamilyMeeting, Invitee

_ALONE = (
    '<p class="govuk-body">The family’s time alone is theirs, and takes as long as it takes. We keep when it began and'
    " when they opened the door, and nothing else.</p>"
)
_TIMES = ("private_from", "private_until")


class MeetingForm(PlainForm):
    """`invitees` may have come, `meeting` is what was noted already. `facts()` is what the operation takes."""

    save = "Save"

    held_on = day_field("When did the family meet?", ask="the day the family met")
    place = forms.CharField(label="Where?", max_length=120, required=False)
    private_from = forms.TimeField(
        label="It began at",
        help_text="For example 14:10.",
        required=False,
        error_messages={"invalid": "Enter a time, for example 14:10."},
    )
    private_until = forms.TimeField(
        label="The family opened the door at",
        help_text="When they were ready.",
        required=False,
        error_messages={"invalid": "Enter a time, for example 15:40."},
    )
    came = forms.MultipleChoiceField(
        label="Who was there, or took part in another way?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        invitees: Sequence[Invitee],
        meeting: FamilyMeeting | None,
        place: str,
        on: date,
        **kwargs: Any,
    ) -> None:
        first: dict[str, Any] = {"held_on": on, "place": place[:120]}
        if meeting is not None:
            first = {"held_on": meeting.held_on, "place": meeting.place or place}
            first |= {name: _clock(getattr(meeting, name)) for name in _TIMES}
        first["came"] = [str(one.pk) for one in invitees if one.came]
        version = meeting.version if meeting else None
        super().__init__(*args, on=on, version=version, initial=first, **kwargs)
        self._keys = {str(one.pk) for one in invitees}
        self.fields["came"].choices = [
            (str(one.pk), f"{one.name}, {one.tie}" if one.tie else one.name) for one in invitees
        ]
        if not invitees:
            del self.fields["came"]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        began = Button("began", "Their time alone begins now", kind="secondary")
        opened = Button("opened", "They opened the door now", kind="secondary")
        people = [Field.radios("came")] if "came" in self.fields else []
        helper.layout = Layout(
            Fieldset(
                Field.radios("held_on"), "place", *people,
                legend="1. Everybody says and asks what they need to", legend_size=Size.MEDIUM,
            ),
            Fieldset(
                HTML(_ALONE), "private_from", "private_until",
                legend="2. The family’s own time", legend_size=Size.MEDIUM,
            ),
            # Save comes first: it is what Enter presses.
            Button("", self.save), began, opened, Button("plan", "Save and write the plan", kind="secondary"),
        )  # fmt: skip
        return helper

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        began, ended = said.get("private_from"), said.get("private_until")
        if ended and not began:
            self.add_error("private_from", "Enter when the family’s time alone began.")
        elif ended and ended <= began:
            self.add_error("private_until", "Enter a time after the one it began at.")
        return said

    def facts(self) -> dict[str, Any]:
        """What the operation takes; `came` is None where nobody is on the list."""
        said = self.cleaned_data
        came = {int(key) for key in said["came"]} if "came" in said else None
        return {
            "on": said["held_on"],
            "place": said["place"],
            "private_from": said["private_from"],
            "private_until": said["private_until"],
            "came": came,
            "version": self.version,
        }


def _clock(time: Any) -> str:
    return f"{time:%H:%M}" if time else ""
