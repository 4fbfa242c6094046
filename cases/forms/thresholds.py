"""The form of a step up or down: the question itself, who was heard, what changes for the family."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Choice, Field, Fieldset, PlainForm, Size, day_field
from cases.forms.asking import chosen, which_children, words
from cases.forms.deciding import add_decision, decision_rows, said_decision
from cases.models import Member
from cases.readings.decisions import Hearing
from cases.readings.marks import names_of
from cases.rules.deciding import WAS_HEARD, Decided
from cases.rules.journey import PLAN_NAME, THRESHOLD_DRIVER
from cases.rules.recording import CONSENT_HOW

NOTHING, PROTECTION = "none", "protection"
_NOBODY = Hearing()
_STEP = ("children", "moved_on", "driver", "why", "network_plan", "step_up_again_if", "agreed_by", "agreed_how")


class ThresholdForm(PlainForm):
    """A step up or down. `step()` and `decided()` give it to the operation.

    `hearing` says who must be heard, with their latest words; `grown` may say yes to help by agreement.
    """

    save = "Save the step"

    to_basis = forms.ChoiceField(
        label="What will they have?",
        choices=[
            Choice("early-help", PLAN_NAME["early-help"], hint="By agreement: somebody of the family says yes."),
            Choice("need", PLAN_NAME["need"], hint="Section 17."),
            Choice(NOTHING, "No plan: help ends"),
            Choice(
                PROTECTION, "A child has to be protected",
                hint="Opens a strategy discussion with your reasons in it. Nothing else on this page is needed for it.",
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they will have."},
    )  # fmt: skip
    moved_on = day_field("From which day?", ask="the day it changes")
    driver = forms.ChoiceField(
        label="What drove it?",
        choices=list(THRESHOLD_DRIVER.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what drove it."},
    )
    why = words("Why now?", ask="Write why, even if it is one line.")
    keeps_worker = forms.ChoiceField(
        label="Do they keep their lead worker?",
        choices=[("yes", "Yes"), ("no", "No")],
        initial="yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether they keep their lead worker."},
    )
    network_plan = words(
        "Who in their network helps, and with what?",
        help_text="The network’s plan, in its words. If there was a family group conference: what it agreed.",
    )
    step_up_again_if = words("What would make us step up again?", help_text="So that nobody is taken by surprise.")
    agreed_by = forms.MultipleChoiceField(
        label="Who said yes to help by agreement?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="It stands in the register of consent. They can take it back on any day.",
    )
    agreed_how = forms.ChoiceField(
        label="How?", choices=list(CONSENT_HOW.items()), initial="spoken", required=False, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,
        children: Sequence[Member],
        leads: Sequence[User],
        on: date,
        hearing: Hearing = _NOBODY,
        grown: Sequence[Member] = (),
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", {}).setdefault("moved_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._children, self._grown, names = children, grown, names_of(grown)
        self.fields = {"children": which_children(children), **self.fields}
        self.fields["agreed_by"].choices = [(str(key), name) for key, name in names.items()]
        if leads:
            self.fields["keeps_worker"].help_text = "At present: " + ", ".join(lead.name for lead in leads) + "."
        add_decision(self, hearing, kind="threshold", asks=("what", "rather"))
        self.fields["decided_what"].label = "What changes for the family?"
        self.fields["decided_what"].help_text = (
            "One or two sentences they will read. For example: Bea still comes every other week; the reviews with "
            "school end."
        )
        self.fields["decided_what"].error_messages["required"] = "Write what changes for the family."

    def rows(self) -> list[Any]:
        *_, question, heard = decision_rows(self)
        agreed = [Field.checkboxes("agreed_by"), Field.radios("agreed_how", inline=True)]
        return [
            Field.checkboxes("children"),
            question,
            heard,
            Fieldset(
                Field.radios("to_basis"), Field("decided_what"), Field.radios("moved_on"), Field.radios("driver"),
                Field("why"), Field.radios("keeps_worker", inline=True),
                legend="The step", legend_size=Size.MEDIUM,
            ),
            Fieldset(*agreed, legend="For help by agreement", legend_size=Size.MEDIUM),
            Fieldset("network_plan", "step_up_again_if", legend="What carries it", legend_size=Size.MEDIUM),
        ]  # fmt: skip

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])

    def clean_agreed_by(self) -> list[Member]:
        return chosen(self._grown, self.cleaned_data["agreed_by"])

    def clean_agreed_how(self) -> str:
        return self.cleaned_data["agreed_how"] or "spoken"

    def clean_keeps_worker(self) -> bool:
        return self.cleaned_data["keeps_worker"] == "yes"

    def step(self) -> dict[str, Any]:
        """The step, as the operation takes it; what the family would rather have is what it says to it."""
        said = self.cleaned_data
        basis = "" if said["to_basis"] == NOTHING else said["to_basis"]
        view = {"to_basis": basis, "keeps_worker": said["keeps_worker"], "familys_view": said["family_would_rather"]}
        return {name: said[name] for name in _STEP} | view

    def decided(self) -> Decided:
        """Who was heard, and what it changed. Whoever has no day was heard on this one."""
        said = self.cleaned_data
        formality = said["to_basis"] if said["to_basis"] != NOTHING else "universal"
        found = said_decision(said, why=said["why"], formality=formality)
        heard = [replace(each, heard_on=self.on) if each.how in WAS_HEARD and not each.heard_on else each
                 for each in found.heard]  # fmt: skip
        return replace(found, heard=tuple(heard))

    def reasons(self) -> str:
        """Why, as it was typed, for a strategy discussion: whatever else is missing."""
        typed = [self.data.get(name, "").strip() for name in ("why", "decided_what")]
        return "\n\n".join(filter(None, typed))
