"""Forms for child protection conferences."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from camden.models import Membership
from camden.office.layout import Field, Fieldset, PlainForm, Size, day_field
from camden.rules.names import day_in_words
from cases.forms.deciding import IN_WORDS, add_decision, decision_rows, said_decision, shortened
from cases.models import Member
from cases.readings.decisions import Hearing
from cases.readings.protection import ChildAtConference
from cases.rules.codesets import ABUSE_CATEGORY, in_a_sentence
from cases.rules.deciding import Decided as WhoDecided
from cases.rules.journey import AGENCY, CONFERENCE_KIND, CONFERENCE_OUTCOME, PLAN_ENDING
from cases.rules.protection import ENDINGS, MOST_BETWEEN_VISITS, REVIEW, UNDER_FOUR, is_weekend
from cases.rules.visits import in_a_row

_NOBODY = Hearing()
ANSWERS = ("outcome", "category", "participation", "views", "dissent", "why_ended")
LONGEST_WHY = 200  # characters: it stands on the timeline


def _not_at_a_weekend(day: date | None) -> date | None:
    if day and is_weekend(day):
        said = f"No conference is held at a weekend, and {day:%A} {day_in_words(day)} is one. Choose another day."
        raise ValidationError(said, code="weekend")
    return day


class BookingForm(PlainForm):
    """Which conference, when, chaired by whom, about which children. `limit`: by when it is to be held, in words."""

    save = "Book the conference"

    kind = forms.ChoiceField(
        label="Which conference?",
        choices=list(CONFERENCE_KIND.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which conference it is."},
    )
    children = forms.MultipleChoiceField(
        label="About which children?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one child."},
    )
    planned_on = day_field("On which day?", ask="the day of the conference", recent=False, future=True)
    chair = forms.ChoiceField(
        label="Who chairs it?",
        help_text="Somebody outside this family’s line management. They can read the whole record from now on.",
        error_messages={"required": "Choose who chairs it."},
    )

    def __init__(
        self, *args: Any, children: Sequence[Member], chairs: Sequence[Membership], limit: str, on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.people = {str(child.pk): child for child in children}
        self._chairs = {str(membership.pk): membership for membership in chairs}
        self.fields["children"].choices = [(key, child.name) for key, child in self.people.items()]
        people = [(key, f"{m.user.name}, {m.team.name}") for key, m in self._chairs.items()]
        self.fields["chair"].choices = [("", "Choose somebody"), *people]
        self.fields["planned_on"].help_text = limit

    def rows(self) -> list[Any]:
        return [Field.radios("kind"), Field.checkboxes("children"), Field.radios("planned_on"), "chair"]

    def clean_children(self) -> list[Member]:
        return [self.people[key] for key in self.cleaned_data["children"]]

    def clean_chair(self) -> Membership:
        return self._chairs[self.cleaned_data["chair"]]

    def clean_planned_on(self) -> date | None:
        return _not_at_a_weekend(self.cleaned_data["planned_on"])


class OutcomeForm(PlainForm):
    """What a conference decided: once about the day, then for each child. `decided()` gives the answers by child."""

    save = "Save what was decided"

    held_on = day_field("On which day was it held?", ask="the day it was held")
    agencies = forms.MultipleChoiceField(
        label="Who was there?",
        help_text="Children’s social care and two other agencies that know the children make a quorum.",
        choices=list(AGENCY.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose who was there."},
    )
    contingency = forms.CharField(
        label="What happens if the plan does not work?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    visit_every = forms.IntegerField(
        label="If you ask for more frequent visits: every how many working days?",
        help_text=f"Leave this empty for the usual {MOST_BETWEEN_VISITS} working days. It may be fewer, never more.",
        required=False,
        min_value=1,
        max_value=MOST_BETWEEN_VISITS,
        widget=forms.TextInput(attrs={"class": "hour", "inputmode": "numeric"}),
        error_messages={
            "max_value": f"Enter {MOST_BETWEEN_VISITS} working days or fewer.",
            "min_value": "Enter at least 1 working day.",
        },
    )

    def __init__(
        self,
        *args: Any,
        kind: str,
        children: Sequence[ChildAtConference],
        on: date,
        hearing: Hearing = _NOBODY,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self.at_conference = children
        self._is_review = kind == REVIEW
        for child in children:
            self.fields |= self._questions(child)
        add_decision(self, hearing, asks=("why", "rather"))

    def rows(self) -> list[Any]:
        grids = [Fieldset(*self._grid(child), legend=child.title, legend_size=Size.MEDIUM, css_class="decided")
                 for child in self.at_conference]  # fmt: skip
        first = [Field.radios("held_on"), Field.checkboxes("agencies"), *grids, "contingency", "visit_every"]
        return [*first, *decision_rows(self)]

    def clean_held_on(self) -> date | None:
        return _not_at_a_weekend(self.cleaned_data["held_on"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for child in self.at_conference:
            outcome = said.get(f"outcome_{child.pk}")
            if outcome in ("plan", "continues") and not said.get(f"category_{child.pk}"):
                self.add_error(f"category_{child.pk}", f"Choose the category of {child.name}’s plan.")
            if outcome == "ends" and not said.get(f"why_ended_{child.pk}"):
                self.add_error(f"why_ended_{child.pk}", f"Choose why {child.name}’s plan ends.")
        return said

    def decided(self) -> list[tuple[Member, dict[str, str]]]:
        """What was decided for each child, by the names of the questions, once the form is valid."""
        unsaid = {"participation": UNDER_FOUR}  # a child who is not born yet was not asked
        return [
            (child.child, {name: self.cleaned_data.get(f"{name}_{child.pk}", unsaid.get(name, "")) for name in ANSWERS})
            for child in self.at_conference
        ]

    def decision(self) -> WhoDecided:
        """Who was heard, and what it changed. A child's views, once typed above, are theirs here too."""
        said = dict(self.cleaned_data)
        for child in self.at_conference:
            if (views := said.get(f"views_{child.pk}")) and said.get(f"heard_{child.pk}_how") in IN_WORDS:
                said[f"heard_{child.pk}_words"] = views
        became = {child.name: said[f"outcome_{child.pk}"] for child in self.at_conference}
        formality = "protection" if {"plan", "continues"} & set(became.values()) else "need"
        each = [f"{name}: {in_a_sentence(CONFERENCE_OUTCOME[code])}" for name, code in became.items()]
        what = shortened(in_a_row(each))
        return said_decision(said, what=what, authority="chair", formality=formality, on=said["held_on"])

    def _questions(self, child: ChildAtConference) -> dict[str, forms.Field]:
        name, key = child.name, child.pk
        asked: dict[str, forms.Field] = {
            f"outcome_{key}": forms.ChoiceField(
                label=f"What was decided for {name}?",
                choices=child.outcomes,
                widget=forms.RadioSelect,
                error_messages={"required": f"Choose what was decided for {name}."},
            ),
            f"category_{key}": forms.ChoiceField(
                label="If there is a plan: its category",
                choices=[("", "Choose one"), *ABUSE_CATEGORY.items()],
                required=False,
            ),
        }
        if self._is_review and child.has_plan:
            ends = [("", "Choose one"), *((code, PLAN_ENDING[code]) for code in ENDINGS)]
            asked[f"why_ended_{key}"] = forms.ChoiceField(label="If the plan ends: why", choices=ends, required=False)
        if child.is_born:
            asked[f"participation_{key}"] = forms.ChoiceField(
                label=f"How did {name} take part?",
                choices=[("", "Choose one"), *child.ways],
                error_messages={"required": f"Choose how {name} took part."},
            )
            asked[f"views_{key}"] = _words(f"What does {name} say about it?", child.voice_hint)
        return asked | {
            f"dissent_{key}": _words("Who saw it differently, and what do they say?", "In their own words."),
        }

    def _grid(self, child: ChildAtConference) -> Iterator[Any]:
        for name in self._questions(child):
            yield Field.radios(name, inline=True) if name.startswith("outcome_") else name


def _words(label: str, hint: str) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": 2}))


class PapersForm(PlainForm):
    """When the family had the report, when decisions and record were sent. `is_held`: whether the last two may be."""

    report_shared_on = day_field(
        "When did the family have the report?", ask="the day the family had the report", recent=False, required=False
    )
    decisions_sent_on = day_field(
        "When were the decisions and the outline plan sent?",
        ask="the day the decisions were sent",
        recent=False,
        required=False,
    )
    record_sent_on = day_field(
        "When was the record of the conference sent?", ask="the day the record was sent", recent=False, required=False
    )

    def __init__(self, *args: Any, is_held: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_held:
            del self.fields["decisions_sent_on"], self.fields["record_sent_on"]

    def rows(self) -> list[Any]:
        return [Field.radios(name) for name in self.fields]


class CallingOffForm(PlainForm):
    """Why a conference is not held."""

    save = "Call it off"

    why = forms.CharField(
        label="Why is it called off?",
        help_text="The limit for the conference does not move. Book a new day as soon as you can.",
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write why it is called off, even if it is one line."},
    )
