"""Forms about what is decided in a session, and a manager's answer to what was recommended."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import PlainForm, day_field
from cases.models import Decision
from supervision.models import ManagementDecision
from supervision.readings.decisions import Manager, needs_in_words
from supervision.rules.deciding import NEEDS, WORDS, About, Authority, Decided, decide_by


class SessionDecisionForm(PlainForm):
    """What is decided, and why; which manager decides where it is above the writer's authority."""

    save = "Save the decision"

    about = forms.ChoiceField(
        label="What is it about?",
        choices=[("", "Choose what it is about"), *((about.value, says) for about, says in WORDS.items())],
        error_messages={"required": "Choose what it is about."},
    )
    what = forms.CharField(
        label="What is decided or recommended?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write what is decided or recommended."},
    )
    why = forms.CharField(
        label="Why?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write why."},
    )

    def __init__(
        self,
        *args: Any,
        authority: Authority | None,
        managers: Sequence[Manager],
        on: date,
        known: ManagementDecision | None = None,
        **kwargs: Any,
    ) -> None:
        self.authority, self.managers = authority, {str(each.person.pk): each for each in managers}
        initial = {name: getattr(known, name) for name in ("about", "what", "why")} if known else {}
        super().__init__(*args, on=on, initial=initial, **kwargs)
        self.fields["for_manager"] = forms.ChoiceField(
            label="Which manager decides?",
            help_text="Only for what is above your authority. It waits on their list until they answer.",
            required=False,
            choices=[("", "I decide this"), *((key, each.says) for key, each in self.managers.items())],
            initial=str(known.for_manager_id or "") if known else "",
        )
        self.fields["decide_by_on"] = day_field(
            "By when?", ask="the day by when", future=True, recent=False, required=False,
            initial=(known.decide_by_on if known else None) or decide_by(on),
            help_text="Only with a manager. After it, whoever manages the team may answer too.",
        )  # fmt: skip

    def rows(self) -> list[Any]:
        return ["about", "what", "why", "for_manager", "decide_by_on"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        manager = self.managers.get(said.get("for_manager") or "")
        said["manager"] = manager.person if manager else None
        if not said.get("about"):
            return said
        about = About(said["about"])
        if Decided(about, authority=self.authority).is_recommendation and (
            manager is None or manager.authority < NEEDS[about]
        ):
            self.add_error("for_manager", f"This is for {needs_in_words(about)} to decide. Choose one.")
        return said


class WithdrawalForm(PlainForm):
    """Why what was decided does not hold any more."""

    save = "Withdraw it"

    why = forms.CharField(
        label="Why does it not hold any more?",
        help_text="What was said stays, with this beside it.",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write why, even if it is one line."},
    )


class RecommendationForm(PlainForm):
    """The manager's answer: in words, or by naming a decision they made."""

    save = "Send the answer"

    answer = forms.CharField(
        label="What do you say to it?",
        help_text=(
            "It stands on the timeline of each child, kept from the family until somebody who works with them opens it,"
            " with a reason. Write it as the child may read it at 25."
        ),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, decisions: Sequence[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decisions = {str(each.pk): each for each in decisions}
        if decisions:
            self.fields["decision"] = forms.ChoiceField(
                label="Or the decision you made",
                required=False,
                choices=[("", "None of these"), *((key, each.what) for key, each in self.decisions.items())],
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["decision"] = self.decisions.get(said.get("decision") or "")
        if not said.get("answer") and not said["decision"] and not self.errors:
            self.add_error("answer", "Write what you say to it, or choose the decision you made.")
        return said
