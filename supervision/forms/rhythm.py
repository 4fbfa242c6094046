"""Forms about a group: how it meets, who belongs to it, and a session that is called off."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Fieldset, PlainForm, Size, hour_field
from supervision.models import WEEKDAY, Group, GroupMember, Session

LEAVES = [("", "Leaves the group today")]


class GroupForm(PlainForm):
    """How a group meets, who leads it and who belongs to it. Somebody new is named by their work e-mail address.

    `cleaned_data["places"]` is a list of (person, code of GroupMember.As, or empty), of those whose place changes.
    """

    save = "Save the group"

    name = forms.CharField(label="What is the group called?", max_length=120)
    kind = forms.ChoiceField(label="What kind of group?", choices=Group.Kind.choices)
    cadence_weeks = forms.TypedChoiceField(
        label="How often does it meet?", choices=[(1, "Every week"), (2, "Every two weeks")], coerce=int
    )
    weekday = forms.TypedChoiceField(
        label="On which day?",
        choices=[("", "No fixed day"), *WEEKDAY.items()],
        coerce=int,
        empty_value=None,
        required=False,
    )
    starts = hour_field("At what time?", required=False)
    minutes = forms.IntegerField(
        label="For how many minutes?", min_value=30, max_value=240, help_text="Between 30 and 240."
    )
    new_email = forms.EmailField(
        label="Somebody new: their work e-mail address",
        help_text="A guest, from adult social care for example, sees only the sessions they take part in.",
        required=False,
    )
    new_as = forms.ChoiceField(label="As what?", choices=GroupMember.As.choices, required=False)

    def __init__(self, *args: Any, group: Group, members: Sequence[GroupMember], **kwargs: Any) -> None:
        self.members = members
        told = ("name", "kind", "cadence_weeks", "weekday", "starts", "minutes")
        initial = {each: getattr(group, each) for each in told} | {"new_as": GroupMember.As.WORKER}
        super().__init__(*args, initial=initial, version=group.version, **kwargs)
        people = [(str(each.person_id), each.person.name) for each in members]
        self.fields["senior"] = forms.ChoiceField(
            label="Who leads it?", choices=people, initial=str(group.senior_practitioner_id)
        )
        self.fields["clinician"] = forms.ChoiceField(
            label="Its clinician or mentor",
            choices=[("", "Nobody yet"), *people],
            initial=str(group.clinician_id or ""),
            required=False,
        )
        for each in members:
            self.fields[f"as_{each.person_id}"] = forms.ChoiceField(
                label=each.person.name,
                choices=[*GroupMember.As.choices, *LEAVES],
                initial=each.as_what,
                required=False,
            )

    def rows(self) -> list[Any]:
        who = Fieldset(
            *(f"as_{each.person_id}" for each in self.members), "new_email", "new_as",
            legend="Who belongs to it", legend_size=Size.MEDIUM, css_class="parts",
        )  # fmt: skip
        return ["name", "kind", "cadence_weeks", "weekday", "starts", "minutes", "senior", "clinician", who]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        people = {str(each.person_id): each.person for each in self.members}
        said["senior_person"] = people.get(said.get("senior", ""))
        said["clinician_person"] = people.get(said.get("clinician", ""))
        places = [
            (each.person, said.get(f"as_{each.person_id}", ""))
            for each in self.members
            if said.get(f"as_{each.person_id}", "") != each.as_what
        ]
        said["places"] = places + self._somebody_new(said)
        return said

    def _somebody_new(self, said: dict[str, Any]) -> list[tuple[User, str]]:
        email = said.get("new_email")
        if not email:
            return []
        person = User.objects.filter(email__iexact=email, is_active=True, is_system=False).first()
        if person is None:
            self.add_error("new_email", "Nobody with this address works with this service. Check how it is written.")
            return []
        return [(person, said.get("new_as") or GroupMember.As.WORKER)]


class CancellationForm(PlainForm):
    """Why a session is not held: one line, which the group reads."""

    save = "Call it off"

    why = forms.CharField(
        label="Why is it not held?",
        help_text="One line for the group. Write no family’s name.",
        max_length=Session._meta.get_field("cancelled_why").max_length,
        error_messages={"required": "Write why, even if it is one word."},
    )

    def rows(self) -> list[Any]:
        return ["why"]
