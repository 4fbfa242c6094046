"""Forms about plans, the meetings about them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Field, Fieldset, PlainForm, Size, day_field
from cases.forms.asking import chosen, which_children, words
from cases.forms.deciding import add_decision, decision_rows, said_decision
from cases.models import Member
from cases.readings.decisions import Hearing
from cases.rules.deciding import Decided
from cases.rules.helping import ENDINGS, plan_name
from cases.rules.journey import MEETING_KIND, PLAN_ENDING, PLAN_NAME
from cases.rules.visits import in_a_row

ACTIONS = 3  # at one meeting
_NOBODY = Hearing()


class PlanForm(PlainForm):
    """Which children begin which plan, from when, who agreed, how often they are visited."""

    save = "Begin the plan"

    basis = forms.ChoiceField(
        label="Which plan?",
        choices=[(basis, PLAN_NAME[basis]) for basis in ("early-help", "need")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the plan."},
    )
    started_on = day_field("From which day?", ask="the day it begins")
    agreed = forms.CharField(
        label="Who in the family agreed to it, and how?",
        help_text="One line, for example: Shirin, at home on Tuesday. It stands on the timeline.",
        max_length=200,
        error_messages={"required": "Write who agreed, and how they said so."},
    )
    visit_every = forms.IntegerField(
        label="Visits at least every … working days",
        help_text="Leave it empty for the usual: 20 for a child in need plan. Only fewer days can be set here.",
        required=False,
        min_value=1,
        max_value=99,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages={"invalid": "Enter a whole number of working days."},
    )

    def __init__(
        self, *args: Any, children: Sequence[Member], on: date, most: int, hearing: Hearing = _NOBODY, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {}).setdefault("started_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._children = children
        self.fields = {"children": which_children(children), **self.fields}
        self.fields[
            "visit_every"
        ].help_text = (
            f"Leave it empty for the usual: {most} under a child in need plan. Only fewer days can be set here."
        )
        add_decision(self, hearing, asks=("why", "rather"))

    def rows(self) -> list[Any]:
        return [
            Field.checkboxes("children"),
            Field.radios("basis"),
            Field.radios("started_on"),
            Field("agreed"),
            Field("visit_every"),
            *decision_rows(self),
        ]

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])

    def plan(self) -> dict[str, Any]:
        """The plan itself, as the operation takes it."""
        return {name: self.cleaned_data[name] for name in ("children", "basis", "started_on", "agreed", "visit_every")}

    def decided(self, *, is_manager: bool) -> Decided:
        """Who was heard on it, and what it changed."""
        said = self.cleaned_data
        what = f"A {plan_name(said['basis'])} for {_names(said['children'])}."
        authority = "manager" if is_manager else "worker"
        return said_decision(said, what=what, authority=authority, formality=said["basis"], on=self.on)


class VisitsForm(PlainForm):
    """How often the children of a plan are visited."""

    save = "Save"

    every = forms.IntegerField(
        label="At least every … working days",
        min_value=1,
        max_value=99,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages={"required": "Enter how many working days.", "invalid": "Enter a whole number of working days."},
    )

    def __init__(self, *args: Any, children: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._children = children
        self.fields = {"children": which_children(children, "For which children?"), **self.fields}

    def rows(self) -> list[Any]:
        return [Field.checkboxes("children"), Field("every")]

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])


class PlanEndingForm(PlainForm):
    """For which children a plan ends, when and why."""

    save = "End the plan"

    ended_on = day_field("On which day does it end?", ask="the day it ends")
    end_reason = forms.ChoiceField(
        label="Why does it end?", widget=forms.RadioSelect, error_messages={"required": "Choose why it ends."}
    )

    def __init__(
        self, *args: Any, children: Sequence[Member], basis: str, on: date, hearing: Hearing = _NOBODY, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {}).setdefault("ended_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._children, self._basis = children, basis
        self.fields = {"children": which_children(children, "For which children?"), **self.fields}
        self.fields["end_reason"].choices = [(reason, PLAN_ENDING[reason]) for reason in ENDINGS[basis]]
        add_decision(self, hearing, asks=("why", "rather"))

    def rows(self) -> list[Any]:
        first = [Field.checkboxes("children"), Field.radios("end_reason"), Field.radios("ended_on")]
        return [*first, *decision_rows(self)]

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])

    def decided(self, *, is_manager: bool) -> Decided:
        """Who was heard on it, and what it changed."""
        said = self.cleaned_data
        ending = PLAN_ENDING[said["end_reason"]][:1].lower() + PLAN_ENDING[said["end_reason"]][1:]
        what = f"The {plan_name(self._basis)} of {_names(said['children'])} ends: {ending}."
        authority = "manager" if is_manager else "worker"
        return said_decision(said, what=what, authority=authority, formality="universal", on=self.on)


class MeetingForm(PlainForm):
    """A meeting about plans: when, whose, who came, what was said, and up to three things people here will do."""

    save = "Save the meeting"

    kind = forms.ChoiceField(
        label="Which meeting?", widget=forms.RadioSelect, error_messages={"required": "Choose which meeting it was."}
    )
    held_on = day_field("When was it?", ask="the day of the meeting")
    who_came = words("Who came?", ask="Write who came.", help_text="Family, children, and people who help.", rows=2)
    familys_words = words("What did the family and the children say?", help_text="In their own words.", rows=4)
    words = words("What was talked about and agreed?", ask="Write what was agreed, even if it is one line.", rows=5)

    def __init__(
        self,
        *args: Any,
        children: Sequence[Member],
        kinds: Sequence[str],
        staff: Sequence[User],
        on: date,
        **kwargs: Any,
    ) -> None:
        first = {"held_on": on, "kind": kinds[0] if len(kinds) == 1 else None}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._children, self._staff = children, {str(person.pk): person for person in staff}
        self.fields = {"children": which_children(children, "About which children?"), **self.fields}
        self.fields["kind"].choices = [(kind, MEETING_KIND[kind]) for kind in kinds]
        for number in range(1, ACTIONS + 1):
            self._ask_what_was_agreed(number)

    def rows(self) -> list[Any]:
        agreed = [
            Fieldset(
                Field(f"what_{number}"), Field(f"keeper_{number}"), Field(f"due_{number}"),
                legend=f"Agreed {number}", legend_size=Size.SMALL, css_class="promise",
            )
            for number in range(1, ACTIONS + 1)
        ]  # fmt: skip
        return [
            Field.radios("kind"),
            Field.checkboxes("children"),
            Field.radios("held_on"),
            Field("who_came"),
            Field("familys_words"),
            Field("words"),
            *agreed,
        ]

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for number in range(1, ACTIONS + 1):
            what, keeper, due = (said.get(f"{name}_{number}") for name in ("what", "keeper", "due"))
            if what and not keeper:
                self.add_error(f"keeper_{number}", "Choose who does it.")
            if (keeper or due) and not what:
                self.add_error(f"what_{number}", "Write what will be done, or take out the rest.")
            if due and said.get("held_on") and due < said["held_on"]:
                self.add_error(f"due_{number}", "Enter a day on or after the meeting.")
        return said

    def agreed(self) -> list[tuple[str, User, date | None]]:
        """What people who work here will do: what, who, and by which day."""
        said, numbers = self.cleaned_data, range(1, ACTIONS + 1)
        return [
            (said[f"what_{n}"], self._staff[said[f"keeper_{n}"]], said[f"due_{n}"])
            for n in numbers
            if said[f"what_{n}"]
        ]

    def _ask_what_was_agreed(self, number: int) -> None:
        people = [("", "Choose somebody"), *((key, person.name) for key, person in self._staff.items())]
        self.fields[f"what_{number}"] = forms.CharField(label="What will be done?", required=False, max_length=300)
        self.fields[f"keeper_{number}"] = forms.ChoiceField(label="Who does it?", required=False, choices=people)
        self.fields[f"due_{number}"] = day_field(
            "By which day?", ask="the day", recent=False, future=True, required=False
        )


class SendingForm(PlainForm):
    """The day the record of a meeting was sent."""

    save = "Save"

    sent_on = day_field("When was the record sent?", ask="the day it was sent")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("sent_on", on)
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return [Field.radios("sent_on")]


def _names(children: Sequence[Member]) -> str:
    return in_a_row([child.first_name for child in children])
