"""Forms about clinical consultation: ask, write, add, say how the family agrees, visit together."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Field, PlainForm, day_field, hour_field
from cases.models import Member
from supervision.models import Consultation

LONGEST = 10_000  # characters of one answer
ASKED_WITH = [code for code in Consultation.Consent if code != Consultation.Consent.REFUSED]


def words(label: str, *, ask: str = "", help_text: str = "", rows: int = 3) -> forms.CharField:
    """A text of some lines. `ask` makes it compulsory and says what to do without it: "Write what you suggest."."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(ask),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": ask},
    )


class ConsentForm(PlainForm):
    """How the family agrees, whom it is about, what the family knows. `children` may be named."""

    save = "Save how the family agrees"

    consent = forms.ChoiceField(
        label="Does the family agree?",
        help_text="The clinician learns a name once the family agrees, and not before.",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the family agrees."},
    )
    child = forms.TypedChoiceField(label="Which child is it most about?", required=False, coerce=int, empty_value=None)
    family_told = forms.CharField(
        label="What does the family know about it?",
        help_text="For instance: her mother knows that I ask somebody who works with children’s worries.",
        required=False,
        max_length=300,
    )
    needs_no_more = forms.BooleanField(label="We need this consultation no more", required=False)

    def __init__(
        self, *args: Any, children: Sequence[Member], choices: Sequence[Any] = Consultation.Consent.choices,
        may_withdraw: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.children = {child.pk: child for child in children}
        named: Any = self.fields
        named["consent"].choices = choices
        named["child"].choices = [
            ("", "The family as a whole"),
            *((pk, each.name) for pk, each in self.children.items()),
        ]
        if not may_withdraw:
            del self.fields["needs_no_more"]

    def rows(self) -> list[Any]:
        more = ["needs_no_more"] if "needs_no_more" in self.fields else []
        return [Field.radios("consent"), "child", "family_told", *more]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        answers["child"] = self.children.get(answers.get("child") or 0)
        return answers


class AskForm(ConsentForm):
    """A worker asks a clinician to think with them."""

    save = "Ask"

    clinician = forms.ChoiceField(label="Whom do you ask?", error_messages={"required": "Choose whom you ask."})
    question = words(
        "What would you like to think about?",
        ask="Write what you would like to think about.",
        help_text="Write it so that the child may read it one day.",
        rows=4,
    )

    def __init__(self, *args: Any, clinicians: Sequence[User], **kwargs: Any) -> None:
        choices = [(code.value, code.label) for code in ASKED_WITH]
        super().__init__(*args, choices=choices, **kwargs)
        self.people = {str(person.pk): person for person in clinicians}
        which = [(key, person.name) for key, person in self.people.items()]
        named: Any = self.fields
        named["clinician"].choices = which if len(which) == 1 else [("", "Choose whom you ask"), *which]

    def rows(self) -> list[Any]:
        return ["clinician", "question", *super().rows()]

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        answers["clinician"] = self.people.get(answers.get("clinician", ""))
        return answers


class ThoughtForm(PlainForm):
    """What was thought together: five fields, and a referral if there was one."""

    save = "Save the consultation"

    held_on = day_field("When did you talk?", ask="the day you talked")
    formulation = words("How do you understand it, in plain words?", ask="Write how you understand it.", rows=5)
    suggestions = words("What do you suggest?", ask="Write what you suggest.", rows=4)
    worker_will = words("What will the worker do?", ask="Write what the worker will do.", rows=3)
    look_again_on = day_field(
        "When do you look at it again?", ask="the day you look again", future=True, recent=False, required=False
    )
    specialist_referral_on = day_field(
        "Referred to specialist CAMHS on", ask="the day of the referral", recent=False, required=False
    )

    def rows(self) -> list[Any]:
        later = [Field.radios("look_again_on"), Field.radios("specialist_referral_on")]
        return [Field.radios("held_on"), "formulation", "suggestions", "worker_will", *later]


class AddendumForm(PlainForm):
    """Something to add to a consultation. Nobody changes it afterwards."""

    save = "Add this"
    words = words("What would you like to add?", ask="Write what you would like to add.", rows=4)


class JointVisitForm(PlainForm):
    """A visit of the worker and the clinician together."""

    save = "Plan the visit"
    planned_on = day_field("When do you go together?", ask="the day you go", future=True)
    starts = hour_field("At what time?", required=False, hint="If it is agreed: 9.30, or 4 pm.")
