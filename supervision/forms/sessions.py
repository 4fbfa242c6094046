"""Forms about a session and who is there."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Field, Fieldset, PlainForm, Size, day_field
from supervision.models import Attendance, Session

NOT_HERE = [("", "Not here")]


class WhoIsHereForm(PlainForm):
    """Who takes part in a session and in what part: a question for each person of the group, nobody put down unasked.

    `cleaned_data["parts"]` is a list of (person, code of Attendance.Part, or empty).
    """

    save = "Save who is here"

    def __init__(
        self, *args: Any, people: Sequence[User], present: dict[int, str] | None = None, **kwargs: Any
    ) -> None:
        self.people, present = people, present or {}
        super().__init__(*args, **kwargs)
        for person in people:
            self.fields[f"part_{person.pk}"] = forms.ChoiceField(
                label=person.name,
                choices=[*NOT_HERE, *Attendance.Part.choices],
                required=False,
                initial=present.get(person.pk, ""),
            )

    def rows(self) -> list[Any]:
        return [self._who()]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        answers["parts"] = [(person, answers.get(f"part_{person.pk}", "")) for person in self.people]
        if not any(part for _, part in answers["parts"]) and self.people and not self.errors:
            self.add_error(f"part_{self.people[0].pk}", "Say who takes part: at least one person.")
        return answers

    def _who(self) -> Fieldset:
        names = [f"part_{person.pk}" for person in self.people]
        return Fieldset(*names, legend="Who is here, and as what?", legend_size=Size.MEDIUM, css_class="parts")


class SessionForm(WhoIsHereForm):
    """A session, planned or beginning now."""

    save = "Open the session"

    held_on = day_field("Which day?", ask="the day of the session", future=True)
    setting = forms.ChoiceField(
        label="Where?",
        choices=Session.Setting.choices,
        initial=Session.Setting.ROOM,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where you meet."},
    )
    place = forms.CharField(label="Room, if it has a name", required=False, max_length=120)

    def rows(self) -> list[Any]:
        return [Field.radios("held_on"), Field.radios("setting", inline=True), "place", self._who()]
