"""The form for a strategy discussion."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Field, Fieldset, PlainForm, Size, day_field, hour_field
from camden.rules.moments import moment_here
from cases.models import Member
from cases.rules.journey import AGENCY

ENQUIRE, TALKED = "enquire", "talked"
_WAYS = ((ENQUIRE, "Enquire (section 47)"), (TALKED, "No new enquiry"))


def _ask(of: str) -> str:
    return f"Enter the time {of}: hours count from it."


_ALONE, _JOINT = "alone", "joint"


def _words(label: str, ask: str, hint: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}), error_messages={"required": ask}
    )


class StrategyForm(PlainForm):
    """One strategy discussion. Nothing is said of a child whom nobody chose anything for.

    `at` is now. `cleaned_data` holds `cause_at`, `held_at`, `is_joint` (None where nobody is enquired about),
    `decided_by` (a person) and `parts`: a list of (child, whether an enquiry begins).
    """

    save = "Record the discussion"

    cause_on = day_field("On which day was the cause for it identified?", ask="the day the cause was identified")
    cause_clock = hour_field("At what time?", of="the cause was identified", ask=_ask("the cause was identified"))
    held_on = day_field("On which day was it held?", ask="the day it was held")
    held_clock = hour_field(
        "At what time?", hint="When it began.", of="the discussion began", ask=_ask("the discussion began")
    )
    agencies = forms.MultipleChoiceField(
        label="Who took part?",
        choices=list(AGENCY.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose who took part."},
    )
    shared = _words(
        "What did each of them share?", "Write what was shared, even if it is one line.", "Agency by agency.", 5
    )
    safety_tonight = _words(
        "What keeps the children safe tonight?", "Write what keeps the children safe tonight, even if it is one line."
    )
    telling_parents = _words(
        "Who tells the parents, and when?",
        "Write who tells the parents and when, or why nobody tells them yet.",
        "If telling them could put a child at risk, say so.",
        2,
    )
    decision = _words("What was decided, and why?", "Write what was decided, even if it is one line.", rows=4)
    is_joint = forms.ChoiceField(
        label="If you enquire: alone or with the police?",
        choices=[(_ALONE, "Children’s social care alone"), (_JOINT, "Joint with the police")],
        widget=forms.RadioSelect,
        required=False,
    )
    decided_by = forms.ChoiceField(
        label="Which manager decided?", error_messages={"required": "Choose the manager who decided."}
    )

    def __init__(
        self, *args: Any, children: Sequence[Member], managers: Sequence[User], at: datetime, on: date, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {}).setdefault("held_on", on)
        super().__init__(*args, on=on, **kwargs)
        self.children, self._at = children, at
        self._managers = {str(user.pk): user for user in managers}
        people = [(key, user.name) for key, user in self._managers.items()]
        self.fields["decided_by"].choices = [("", "Choose somebody"), *people]
        for child in children:
            label = f"{child.first_name}, {age}" if (age := child.age(on)) else child.first_name
            self.fields[f"child_{child.pk}"] = forms.ChoiceField(
                label=label, choices=_WAYS, widget=forms.RadioSelect, required=False
            )

    def rows(self) -> list[Any]:
        chips = [Field.radios(f"child_{child.pk}", inline=True) for child in self.children]
        return [
            Fieldset(Field.radios("cause_on"), "cause_clock", legend="The cause for it", legend_size=Size.MEDIUM),
            Fieldset(Field.radios("held_on"), "held_clock", legend="The discussion", legend_size=Size.MEDIUM),
            Field.checkboxes("agencies"),
            Fieldset(*chips, legend="Which children, and what was decided?", legend_size=Size.MEDIUM),
            Field.radios("is_joint", inline=True),
            "shared",
            "decision",
            "safety_tonight",
            "telling_parents",
            "decided_by",
        ]

    def clean_decided_by(self) -> User:
        return self._managers[self.cleaned_data["decided_by"]]

    def clean_is_joint(self) -> bool | None:
        return {_JOINT: True, _ALONE: False}.get(self.cleaned_data["is_joint"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in ("cause", "held"):
            found = said[f"{name}_at"] = moment_here(said.get(f"{name}_on"), said.get(f"{name}_clock"))
            if found and found > self._at:
                self.add_error(f"{name}_clock", "Enter a time that has passed.")
        ways = [(child, said.get(f"child_{child.pk}")) for child in self.children]
        said["parts"] = [(child, way == ENQUIRE) for child, way in ways if way]
        if self.children and not said["parts"]:
            self.add_error(f"child_{self.children[0].pk}", "Choose at least one child whom you talked about.")
        return said
