"""The form that decides a referral."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm
from camden.rules.names import day_in_words
from cases.models import Member
from cases.rules.codesets import PRIMARY_NEED
from cases.rules.journey import REFERRAL_OUTCOME

NO_FURTHER_ACTION = "no-further-action"


class ReferralDecisionForm(PlainForm):
    """What a referral leads to, for which of its children, and why.

    `in_need` are the days since when children of it are in need already: they are not offered. `accepted()` are the
    children chosen.
    """

    save = "Decide"

    outcomes = forms.MultipleChoiceField(
        label="What happens now?",
        help_text="Choose all that apply. “No further action” stands alone.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose what the referral leads to."},
    )
    children = forms.MultipleChoiceField(
        label="For which children?",
        help_text="A child you do not choose is noted with no further action.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    primary_need = forms.ChoiceField(
        label="What is the main need?",
        choices=[("", "Choose"), *PRIMARY_NEED.items()],
        required=False,
        help_text="Not asked with no further action.",
    )
    rationale = forms.CharField(
        label="Why?",
        help_text="The family may read this one day.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write why, even if it is one line."},
    )

    def __init__(self, *args: Any, children: Sequence[Member], in_need: Mapping[int, date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._children = {str(child.pk): child for child in children if child.pk not in in_need}
        already = [f"{c.first_name} since {day_in_words(in_need[c.pk])}" for c in children if c.pk in in_need]
        self.fields["outcomes"].choices = [
            Choice(code, label, hint=_HINTS.get(code, ""), divider="or" if code == "other" else "")
            for code, label in REFERRAL_OUTCOME.items()
        ]
        self.fields["children"].choices = [(key, child.name) for key, child in self._children.items()]
        if already:
            self.fields["children"].help_text = f"In need already: {', '.join(already)}."

    def rows(self) -> list[Any]:
        return [Field.checkboxes("outcomes"), Field.checkboxes("children"), "primary_need", "rationale"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        nothing = NO_FURTHER_ACTION in said.get("outcomes", [])
        if nothing and len(said["outcomes"]) > 1:
            self.add_error("outcomes", "“No further action” stands alone: take out the others, or take it out.")
        elif nothing and said.get("children"):
            self.add_error("children", "With no further action nobody becomes a child in need: choose no child.")
        elif said.get("outcomes") and not nothing:
            if not said.get("children") and "children" not in self.errors:
                self.add_error("children", "Choose for which children, or “No further action” above.")
            if not said.get("primary_need") and "primary_need" not in self.errors:
                self.add_error("primary_need", "Choose the main need.")
        return said

    def accepted(self) -> list[Member]:
        """The children who become children in need."""
        return [self._children[key] for key in self.cleaned_data.get("children", [])]


_HINTS = {"assessment": "It begins today, and its 45 working days count from the referral."}
