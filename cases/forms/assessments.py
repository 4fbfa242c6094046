"""Forms about assessments: one for each step, with few words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import HTML, Div, Field, Fieldset, PlainForm, Size, day_field
from camden.rules.names import day_in_words
from cases.forms.asking import chosen, which_children, words
from cases.forms.deciding import add_decision, decision_rows, said_decision
from cases.models import Member
from cases.readings.assessments import ReferralsNow
from cases.readings.decisions import Hearing
from cases.rules.answers import Answer
from cases.rules.assessing import FACTORS, Finding, factors_wrong
from cases.rules.deciding import Decided
from cases.rules.journey import LEGAL_BASIS
from cases.rules.visits import in_a_row

_NOBODY = Hearing()
AUTHORISE, GIVE_BACK = "authorise", "give-back"
_FOLD = (
    '<details class="govuk-details"{{% if form.{0}.errors or form.{0}.value %}} open{{% endif %}}>'
    '<summary class="govuk-details__summary"><span class="govuk-details__summary-text">'
    "What was found for this child only</span></summary>"
)


_ANSWERED = "Their referral was answered by the assessment before. Enter the day this one was asked for."


class AssessmentForm(PlainForm):
    """Which children, on which basis, from when. `cleaned_data["children"]` are members.

    The latest of the referrals nobody has answered is offered as what it counts from; without one, no day is.
    """

    save = "Begin the assessment"

    legal_basis = forms.ChoiceField(
        label="On which basis?",
        choices=list(LEGAL_BASIS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the basis."},
    )
    counts_from_on = day_field(
        "Which day does it count from?",
        ask="the day it counts from",
        recent=False,
        help_text="The day of the referral it answers. For help by agreement: the day the family was asked.",
    )
    started_on = day_field("When did it begin?", ask="the day it began")

    def __init__(
        self, *args: Any, children: Sequence[Member], referrals: ReferralsNow, on: date, **kwargs: Any
    ) -> None:
        first = {"started_on": on, "legal_basis": "need" if referrals.in_need else "early-help"}
        first |= {"counts_from_on": max(referrals.unanswered.values())} if referrals.unanswered else {}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._children = children
        self.fields = {"children": which_children(children), **self.fields}
        if referrals.in_need and not referrals.unanswered:
            self.fields["counts_from_on"].help_text = _ANSWERED

    def rows(self) -> list[Any]:
        return [
            Field.checkboxes("children"),
            Field.radios("legal_basis"),
            Field("counts_from_on"),
            Field.radios("started_on"),
        ]

    def clean_children(self) -> list[Member]:
        return chosen(self._children, self.cleaned_data["children"])


class CheckpointForm(PlainForm):
    """A manager's checkpoint. `words()` is the note as it is kept."""

    save = "Save the checkpoint"

    needs_all = forms.ChoiceField(
        label="Does it need all of its days?",
        choices=[("yes", "Yes, it does"), ("no", "No, it can be finished sooner")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it needs all of its days."},
    )
    note = words("Why, and what comes next?", ask="Write why, even if it is one line.")

    def rows(self) -> list[Any]:
        return [Field.radios("needs_all", inline=True), Field("note")]

    def words(self) -> str:
        """The answer in a sentence, then the note."""
        needs = {"yes": "It needs all of its days.", "no": "It can be finished sooner."}
        return f"{needs[self.cleaned_data['needs_all']]} {self.cleaned_data['note']}"


class SharingForm(PlainForm):
    """When the family heard it and what they answered; for each parent it did not reach, why. `answer()` says both.

    `was` is what they answered before, when it is shared again.
    """

    save = "Save what the family said"

    shared_on = day_field("When did the family read or hear it?", ask="the day you shared it")
    answer_words = words(
        "What did the family say?",
        ask="Write what the family said, even if it is one line.",
        help_text="In their own words: where they agree, and where they see it differently.",
        rows=5,
    )

    def __init__(self, *args: Any, parents: Sequence[Member], was: Answer, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).update({"shared_on": on, "answer_words": was.words})
        super().__init__(*args, on=on, **kwargs)
        self._parents = parents
        missed = dict(was.not_reached)
        for parent in parents:
            self.fields[f"missed_{parent.pk}"] = forms.CharField(
                label=f"If {parent.name} was not reached: why?",
                required=False,
                max_length=300,
                initial=missed.get(parent.name, ""),
            )

    def rows(self) -> list[Any]:
        missed = [Field(f"missed_{parent.pk}") for parent in self._parents]
        asked = [Fieldset(*missed, legend="Did it reach everybody?", legend_size=Size.MEDIUM)] if missed else []
        return [Field.radios("shared_on"), Field("answer_words"), *asked]

    def answer(self) -> Answer:
        """What was said, and whom it did not reach."""
        missed = [(parent.name, self.cleaned_data[f"missed_{parent.pk}"]) for parent in self._parents]
        return Answer(self.cleaned_data["answer_words"], [(name, why) for name, why in missed if why])


class SubmissionForm(PlainForm):
    """Ready for a manager; with why, when it could not be shared."""

    save = "Submit it to a manager"

    why_not_shared = words(
        "Why could it not be shared with the family?",
        ask="Share it with the family first, or write why it could not be shared.",
    )

    def __init__(self, *args: Any, was_shared: bool, why: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why_not_shared"].initial = why
        if was_shared:
            del self.fields["why_not_shared"]


class AuthorisationForm(PlainForm):
    """A manager authorises it, with what was found for each child, or gives it back. See `findings()`."""

    save = "Save the decision"

    became = forms.ChoiceField(
        label="What do you decide?",
        choices=[(AUTHORISE, "Authorise it"), (GIVE_BACK, "Give it back to its writer")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether to authorise it."},
    )
    decision = words(
        "What happens next, or what is missing?", ask="Write what happens next, or what is missing.", rows=4
    )

    def __init__(
        self,
        *args: Any,
        children: Sequence[Member],
        on: date,
        hearing: Hearing = _NOBODY,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._children = children
        for child in children:
            self.fields[f"need_{child.pk}"] = forms.ChoiceField(
                label=f"Is {child.first_name} a child in need?",
                choices=[("yes", "Yes"), ("no", "No")],
                widget=forms.RadioSelect,
                required=False,
            )
            if len(children) > 1:
                self.fields[f"factors_{child.pk}"] = _factors(f"Found for {child.first_name} only")
        everybody = "What was found?" if len(children) == 1 else "What was found for all of the children?"
        self.fields["factors"] = _factors(everybody)
        add_decision(self, hearing, kind="assessment", asks=("rather",), optional=True)

    def rows(self) -> list[Any]:
        return [
            Field.radios("became"),
            Field("decision"),
            _many("factors"),
            *map(self._about, self._children),
            *decision_rows(self),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("became") == AUTHORISE:
            for child in self._children:
                self._check(child, said)
        return said

    def decided(self) -> Decided:
        """Who was heard on the outcome, and what it changed."""
        said, found = self.cleaned_data, self.findings()
        in_need = [child.first_name for child, each in zip(self._children, found, strict=True) if each.is_in_need]
        nobody = f"No child in need: {in_a_row([child.first_name for child in self._children])}"
        what = f"In need: {in_a_row(in_need)}" if in_need else nobody
        formality = "need" if in_need else "universal"
        return said_decision(said, what=f"{what}.", why=said["decision"], formality=formality, on=self.on)

    def findings(self) -> list[Finding]:
        """What was found for each child: for all of them, and for this one."""
        said = self.cleaned_data
        return [
            Finding(child.pk, said[f"need_{child.pk}"] == "yes", tuple(_found(child, said))) for child in self._children
        ]

    def _check(self, child: Member, said: dict[str, Any]) -> None:
        if not said.get(f"need_{child.pk}") and f"need_{child.pk}" not in self.errors:
            self.add_error(f"need_{child.pk}", f"Choose whether {child.first_name} is a child in need.")
        wrong = factors_wrong(_found(child, said))
        own = f"factors_{child.pk}"
        where = own if said.get(own) else "factors"
        if wrong and not self.has_error(where):
            self.add_error(where, wrong if len(self._children) == 1 else f"{child.first_name}: {wrong}")

    def _about(self, child: Member) -> Fieldset:
        own = f"factors_{child.pk}"
        fold = [HTML(_FOLD.format(own)), _many(own), HTML("</details>")] if own in self.fields else []
        return Fieldset(
            Field.radios(f"need_{child.pk}", inline=True), *fold, legend=child.name, legend_size=Size.MEDIUM
        )


class StopForm(PlainForm):
    """The day it ends without being authorised, and why."""

    save = "End the assessment"

    stopped_on = day_field("On which day does it end?", ask="the day it ends")
    why = words("Why does it end?", ask="Write why it ends, even if it is one line.")

    def __init__(self, *args: Any, started_on: date, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("stopped_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._started_on = started_on

    def rows(self) -> list[Any]:
        return [Field.radios("stopped_on"), Field("why")]

    def clean_stopped_on(self) -> date:
        day: date = self.cleaned_data["stopped_on"]
        if day < self._started_on:
            raise forms.ValidationError(f"Enter a day on or after {day_in_words(self._started_on)}, when it began.")
        return day


def _factors(label: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(FACTORS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )


def _many(name: str) -> Div:
    """Checkboxes in columns, where there is room: forty of them."""
    return Div(Field.checkboxes(name), css_class="columns")


def _found(child: Member, said: dict[str, Any]) -> list[str]:
    return [*(said.get("factors") or []), *(said.get(f"factors_{child.pk}") or [])]
