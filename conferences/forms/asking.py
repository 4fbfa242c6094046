"""Asking somebody whether they want a conference: the fields of a referral, and the form for asking again."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, Folded, PlainForm, day_field
from conferences.models import FamilyAnswer
from conferences.readings.referral import ToAsk
from conferences.rules.consent import FACT_SAYS, TO_AGREE_TO, Person
from conferences.rules.words import AnswerSaid

NOT_ASKED = ("", "Not asked yet")
SOMEBODY_ELSE = "else"
SHARES = [(fact.value, FACT_SAYS[fact]) for fact in TO_AGREE_TO]


def asked_fields(each: ToAsk) -> dict[str, forms.Field]:
    """The fields about one person, called after their key: a page that comes back finds them, whoever was added."""
    key, name = each.key, each.person.name
    tie = f" ({each.tie})" if each.tie else ""
    has = ", has parental responsibility" if each.person.has_responsibility else ""
    label = f"{name}, a child of the family" if each.person.is_child else f"{name}{tie}{has}"
    found: dict[str, forms.Field] = {
        f"asked_{key}": forms.ChoiceField(
            label=label, choices=[NOT_ASKED, *FamilyAnswer.Answer.choices], required=False
        )
    }
    return found | {f"{part}_{key}": field for part, field in _how(each.person).items()}


def asked_said(each: ToAsk, said: dict[str, Any], on: date) -> AnswerSaid | None:
    """What they said, as the operation takes it; nothing where nobody was asked yet."""
    answer = said.get(f"asked_{each.key}", "")
    if not answer:
        return None
    return AnswerSaid(
        who=each.person.name,
        tie=each.tie,
        answer=answer,
        asked_on=on,
        member_id=each.key,
        has_responsibility=each.person.has_responsibility,
        is_child=each.person.is_child,
        language=said.get(f"language_{each.key}", ""),
        interpreter=said.get(f"interpreter_{each.key}", ""),
        is_kin=said.get(f"kin_{each.key}", False),
        shares=said.get(f"shares_{each.key}", ()),
        not_asked_because=said.get(f"because_{each.key}", ""),
        words=said.get(f"words_{each.key}", ""),
    )


def _how(person: Person) -> dict[str, forms.Field]:
    return {
        "language": forms.CharField(
            label="In which language?", help_text="Leave it empty for English.", max_length=60, required=False,
            initial=person.language,
        ),
        "interpreter": forms.CharField(label="Who interpreted?", max_length=120, required=False),
        "kin": forms.BooleanField(label="A child, or somebody of the family, interpreted", required=False),
        "shares": forms.MultipleChoiceField(
            label="What did they agree to share with the coordinator?",
            help_text="What keeps people safe reaches the coordinator anyway. Tell them so.",
            choices=SHARES, widget=forms.CheckboxSelectMultiple, required=False,
        ),
        "words": forms.CharField(
            label="In their own words", widget=forms.Textarea(attrs={"rows": 2}), required=False
        ),
        "because": forms.CharField(
            label="If they were not asked: why?", max_length=300, required=False,
            help_text="For example that nobody knows where they are, or that asking would put somebody in danger.",
        ),
    }  # fmt: skip


class AskingForm(PlainForm):
    """Ask one person, or ask them again. `people` may be asked by those who see the record; `known` by name alone."""

    save = "Save the answer"

    who = forms.ChoiceField(label="Whom did you ask?", error_messages={"required": "Choose whom you asked."})
    name = forms.CharField(
        label="If it is somebody else: their name", help_text="As the family says it.", max_length=120, required=False
    )
    tie = forms.CharField(label="Who are they to the children?", max_length=160, required=False)
    answer = forms.ChoiceField(
        label="What did they say?",
        choices=FamilyAnswer.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they said. A yes may be taken back, and a no may change."},
    )
    asked_on = day_field("When?", ask="the day you asked")

    def __init__(self, *args: Any, people: Sequence[ToAsk], first: int | None, on: date, **kwargs: Any) -> None:
        self._people = {str(each.key): each for each in people}
        asked = self._people.get(str(first))
        kwargs["initial"] = {"asked_on": on, "who": str(first) if asked else ""} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        choices = [(key, _called(each)) for key, each in self._people.items()]
        self.fields["who"].choices = [("", "Choose somebody"), *choices, (SOMEBODY_ELSE, "Somebody else")]
        self.fields |= _how(asked.person if asked else Person(0, ""))

    def rows(self) -> list[Any]:
        return [
            "who",
            Folded("Somebody who is not on this list", "name", "tie"),
            Field.radios("answer"),
            Field.radios("asked_on"),
            "language",
            "interpreter",
            "kin",
            "words",
            Folded("What they agreed to share with the coordinator", Field.checkboxes("shares")),
            Folded("If they were not asked", "because"),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("who") == SOMEBODY_ELSE and not said.get("name"):
            self.add_error("name", "Write the name of whom you asked.")
        if said.get("answer") == FamilyAnswer.Answer.NOT_ASKED and not said.get("because"):
            self.add_error("because", "Write why they were not asked.")
        return said

    def said(self) -> AnswerSaid:
        """What was said, as the operation takes it."""
        said = self.cleaned_data
        each = self._people.get(said["who"])
        person = each.person if each else Person(0, said["name"])
        return AnswerSaid(
            who=person.name,
            tie=each.tie if each else said["tie"],
            answer=said["answer"],
            asked_on=said["asked_on"],
            member_id=person.key if person.key > 0 else None,
            has_responsibility=person.has_responsibility,
            is_child=person.is_child,
            language=said["language"],
            interpreter=said["interpreter"],
            is_kin=said["kin"],
            shares=said["shares"],
            not_asked_because=said["because"],
            words=said["words"],
        )


def _called(each: ToAsk) -> str:
    return f"{each.person.name} ({each.tie})" if each.tie else each.person.name
