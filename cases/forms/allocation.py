"""The form that makes somebody a child's lead worker."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import Membership
from camden.office.layout import Field, PlainForm, day_field
from cases.forms.deciding import WISHES, add_decision, decision_rows, said_decision
from cases.readings.decisions import Hearing
from cases.rules.codesets import WORKER_CHANGE_REASON
from cases.rules.deciding import Decided


class AllocationForm(PlainForm):
    """Who becomes lead, from when, and, for a change of worker, why.

    `workers` are memberships of people who may hold a child; `hearing` is given where somebody leads now.
    `cleaned_data["to"]` is the membership chosen.
    """

    save = "Allocate"

    to = forms.ChoiceField(label="Who will be the lead worker?", error_messages={"required": "Choose a lead worker."})
    started_on = day_field("From which day?", ask="the day they begin")
    reason = forms.ChoiceField(
        label="Why does the worker change?",
        choices=[("", "Choose a reason"), *WORKER_CHANGE_REASON.items()],
        error_messages={"required": "Choose why the worker changes."},
    )

    def __init__(
        self,
        *args: Any,
        workers: Sequence[Membership],
        is_change: bool,
        on: date,
        hearing: Hearing | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", {}).setdefault("started_on", on)
        super().__init__(*args, on=on, **kwargs)
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
        first = [Field.radios(name) if name == "started_on" else Field(name) for name in self._asked]
        return [*first, *decision_rows(self, WISHES)] if self._hearing else first

    def decided(self, name: str) -> Decided | None:
        """What the child of that name and the parents wish about their worker; None where nobody leads now."""
        if not self._hearing:
            return None
        to = self.cleaned_data["to"].user.name
        return said_decision(self.cleaned_data, what=f"{to} becomes lead worker of {name}.", on=self.on)

    def clean_to(self) -> Membership:
        return self._workers[self.cleaned_data["to"]]
