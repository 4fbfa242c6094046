"""The form that makes somebody a child's lead worker."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import Membership, User
from camden.office.layout import Field, Fieldset, Folded, PlainForm, Size, day_field
from cases.forms.deciding import WISHES, add_decision, decision_rows, said_decision
from cases.models import Member
from cases.readings.decisions import Hearing
from cases.rules.codesets import WORKER_CHANGE_REASON
from cases.rules.deciding import Decided
from cases.rules.introducing import SPOKEN, Agreed

_FIRST = ("to", "children", "started_on", "reason", "spoken", "because")


class AllocationForm(PlainForm):
    """Who becomes lead, from when, and, for a change of worker, why.

    `workers` are memberships of people who may hold a child; `hearing` is given where somebody leads now; `children`
    where there are several. `cleaned_data["to"]` is the membership chosen. `agreed` is how it came about: nothing is
    final before somebody talked with the worker, or said why it is urgent.
    """

    save = "Allocate"

    to = forms.ChoiceField(label="Who will be the lead worker?", error_messages={"required": "Choose a lead worker."})
    started_on = day_field("From which day?", ask="the day they begin")
    reason = forms.ChoiceField(
        label="Why does the worker change?",
        choices=[("", "Choose a reason"), *WORKER_CHANGE_REASON.items()],
        error_messages={"required": "Choose why the worker changes."},
    )
    children = forms.MultipleChoiceField(
        label="Which children?",
        help_text="Brothers and sisters stay with one worker unless there is a reason.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one child."},
    )
    spoken = forms.ChoiceField(
        label="Have you talked about it with the worker who would take this on?",
        choices=list(SPOKEN.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Talk with the worker first, or say that it is urgent."},
    )
    because = forms.CharField(
        label="Why is it urgent?",
        help_text="Only if you have not been able to talk.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )
    introduced_by = forms.ChoiceField(label="Who brings the new worker to the family?", required=False)
    meet_by_on = day_field(
        "By when do they meet together?", ask="the day by which they meet", recent=False, future=True, required=False
    )

    def __init__(
        self,
        *args: Any,
        workers: Sequence[Membership],
        is_change: bool,
        on: date,
        hearing: Hearing | None = None,
        children: Sequence[Member] = (),
        known: Sequence[User] = (),
        meet_by: date | None = None,
        **kwargs: Any,
    ) -> None:
        started: dict[str, Any] = {"started_on": on, "meet_by_on": meet_by, "children": [str(c.pk) for c in children]}
        kwargs["initial"] = started | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._children = list(children)
        self.fields["children"].choices = [(str(child.pk), child.first_name) for child in children]
        if len(children) < 2:
            del self.fields["children"]
        bring = {str(who.pk): who.name for who in known} | {str(m.user_id): m.user.name for m in workers}
        self.fields["introduced_by"].choices = [("", "Nobody yet"), *bring.items()]
        self._workers = {str(membership.pk): membership for membership in workers}
        self.fields["to"].choices = [
            ("", "Choose somebody"),
            *((key, f"{m.user.name}, {m.role_label.lower()}, {m.team.name}") for key, m in self._workers.items()),
        ]
        if not is_change:
            del self.fields["reason"]
        self._asked, self._hearing = list(self.fields), hearing
        if hearing:
            add_decision(self, hearing, kind="worker", asks=("why", "rather"))

    def rows(self) -> list[Any]:
        first = [self._row(name) for name in _FIRST if name in self._asked]
        plan = Fieldset(
            Field("introduced_by"), Field.radios("meet_by_on"),
            legend="How they are introduced", legend_size=Size.MEDIUM,
        )  # fmt: skip
        wishes = decision_rows(self, WISHES) if self._hearing else []
        return [*first, *wishes, plan]

    def _row(self, name: str) -> Any:
        if name == "children":
            return Field.checkboxes(name)
        if name == "because":
            return Folded("It is urgent, and why", name)
        return Field.radios(name) if name in ("started_on", "spoken") else Field(name)

    def agreed(self) -> Agreed:
        """How it came about, and how they are to be introduced."""
        said = self.cleaned_data
        by = said.get("introduced_by")
        return Agreed(said["spoken"], said.get("because", ""), int(by) if by else None, said.get("meet_by_on"))

    def chosen(self) -> list[Member]:
        """The children who were ticked; all where there was nothing to tick."""
        keys = self.cleaned_data.get("children")
        return [child for child in self._children if keys is None or str(child.pk) in keys]

    def decided(self, name: str) -> Decided | None:
        """What the child of that name and the parents wish about their worker; None where nobody leads now."""
        if not self._hearing:
            return None
        to = self.cleaned_data["to"].user.name
        return said_decision(self.cleaned_data, what=f"{to} becomes lead worker of {name}.", on=self.on)

    def clean_to(self) -> Membership:
        return self._workers[self.cleaned_data["to"]]
