"""Forms of decisions that stand by themselves: made, asked for, not needed any more; and of hearing somebody later."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field
from cases.forms.asking import chosen, which_children, words
from cases.forms.deciding import (
    OTHER,
    add_decision,
    decision_rows,
    hearing_fields,
    hearing_rows,
    said_decision,
    said_heard,
)
from cases.models import DecisionHeard, Member
from cases.readings.decisions import Hearing, SaidBefore
from cases.rules.deciding import AUTHORITY, DECISION_KIND, Decided, Heard

FREE = "placement"
"""The kind that is decided by itself: each other one is decided where it happens, and changes something there."""


class DecisionForm(PlainForm):
    """Where some children live: what is decided, by whose authority, why, what else there was, who was heard."""

    save = "Save the decision"

    authority = forms.ChoiceField(label="Who decides?", widget=forms.Select)

    def __init__(
        self,
        *args: Any,
        children: Sequence[Member],
        hearing: Hearing,
        is_manager: bool,
        on: date,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"authority": "manager" if is_manager else None} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._children = children
        self.fields = {"children": which_children(children), **self.fields}
        able = [(code, said) for code, said in AUTHORITY.items() if is_manager or code != "manager"]
        self.fields["authority"].choices = [("", "Choose who decides"), *able]
        add_decision(self, hearing, kind=FREE)

    def rows(self) -> list[Any]:
        return [Field.checkboxes("children"), Field("authority"), *decision_rows(self)]

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])

    def decided(self) -> Decided:
        """What was decided, as the operation takes it."""
        return said_decision(self.cleaned_data, on=self.on)


class MakingForm(PlainForm):
    """The answer to a question somebody asked a manager to decide."""

    save = "Save the decision"

    def __init__(
        self,
        *args: Any,
        hearing: Hearing,
        kind: str,
        on: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        add_decision(self, hearing, kind=kind)

    def rows(self) -> list[Any]:
        return decision_rows(self)

    def decided(self) -> Decided:
        """What was decided, as the operation takes it."""
        return said_decision(self.cleaned_data, authority="manager", on=self.on)


class AskForm(PlainForm):
    """What has to be decided, about whom, and by which day."""

    save = "Ask for the decision"

    kind = forms.ChoiceField(
        label="What is it about?", choices=[("", "Choose"), *DECISION_KIND.items()], widget=forms.Select,
        error_messages={"required": "Choose what it is about."},
    )  # fmt: skip
    question = forms.CharField(
        label="What has to be decided?", help_text="One question, as the family would understand it.", max_length=300,
        error_messages={"required": "Write what has to be decided."},
    )  # fmt: skip
    due_on = day_field("By which day?", ask="the day it is needed by", future=True)

    def __init__(self, *args: Any, children: Sequence[Member], on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._children = children
        self.fields = {"children": which_children(children), **self.fields}

    def rows(self) -> list[Any]:
        return [Field.checkboxes("children"), Field("kind"), Field("question"), Field.radios("due_on")]

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])


class HearingForm(PlainForm):
    """One person who was not yet heard: how they are now, what they said, what it changes."""

    save = "Save what was said"

    def __init__(
        self, *args: Any, heard: DecisionHeard, names: Mapping[int, str], before: Iterable[SaidBefore], on: date,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, on=on, **kwargs)
        self.key = str(heard.member_id) if heard.member_id else OTHER
        self.name = heard.member.first_name if heard.member else heard.said_by
        said = next(iter(before), None)
        is_child = bool(heard.member and heard.member.kind == Member.Kind.CHILD)
        self.fields |= hearing_fields(self.key, self.name, names=names, said=said, is_child=is_child)
        self.fields[f"heard_{self.key}_on"].help_text = "Leave it empty if it was today."
        self._said_by = heard.said_by

    def rows(self) -> list[Any]:
        return hearing_rows(self.key)

    def said(self) -> Heard:
        """How they were heard, as the operation takes it."""
        return said_heard({"heard_other_by": self._said_by, **self.cleaned_data}, self.key, self.on)


class DroppingForm(PlainForm):
    """Why a decision is not needed any more."""

    save = "Save"

    why = words("Why is it not needed any more?", ask="Write why, even if it is one line.")
