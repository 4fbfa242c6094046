"""Forms for what people say of our work: write it down, go on with a complaint, answer it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Choice, Field, PlainForm, day_field
from cases.forms.asking import choose_among
from cases.forms.asking import words as some_words
from cases.models import Complaint, Member
from cases.rules.complaints import COMMENT, COMPLAINT, COMPLIMENT, LAST_STAGE, SaidOfUs
from cases.rules.overseeing import COMPLAINT_OUTCOME, COMPLAINT_STAGE, SAID_HOW

OTHER = "other"
ACKNOWLEDGED, LONGER, FURTHER = "acknowledged", "longer", "further"


class ComplaintForm(PlainForm):
    """What somebody said of our work, in their words. `said()` gives it to the operation."""

    save = "Keep it"

    kind = forms.ChoiceField(
        label="What is it?",
        choices=[
            Choice(COMPLAINT, "A complaint", hint="Read by you and by managers of the family’s team alone."),
            Choice(COMPLIMENT, "A compliment", hint="Everybody who works with the family reads it."),
            Choice(COMMENT, "A comment or suggestion", hint="Stands in this list."),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is."},
    )  # fmt: skip
    who = forms.ChoiceField(
        label="Who said it?", widget=forms.RadioSelect, error_messages={"required": "Choose who said it."}
    )
    said_by = forms.CharField(
        label="Somebody else: who?", help_text="Only if they are not named above.", required=False, max_length=120
    )
    how = forms.ChoiceField(
        label="How?", choices=list(SAID_HOW.items()), initial="spoken", widget=forms.RadioSelect,
        error_messages={"required": "Choose how they said it."},
    )  # fmt: skip
    words = some_words(
        "In their words", ask="Write what they said, even if it is one line.", rows=6,
        help_text="As they said it, word for word. Nobody needs to be named in it.",
    )  # fmt: skip
    wanted = some_words("What do they want to happen?", help_text="If they said so.", rows=2)
    received_on = day_field("When did it reach us?", ask="the day it reached us")

    def __init__(self, *args: Any, people: Sequence[Member], on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("received_on", on)
        super().__init__(*args, on=on, **kwargs)
        self._people = choose_among(self, "who", people, Choice(OTHER, "Somebody else"))

    def rows(self) -> list[Any]:
        return [
            Field.radios("kind"),
            Field.radios("who", inline=True),
            "said_by",
            Field.radios("how", inline=True),
            "words",
            "wanted",
            Field.radios("received_on"),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("who") == OTHER and not said.get("said_by") and "said_by" not in self.errors:
            self.add_error("said_by", "Write who it is.")
        return said

    def said(self) -> SaidOfUs:
        """What was said, as the operation takes it."""
        said = self.cleaned_data
        member = self._people.get(said["who"])
        facts = {name: said[name] for name in ("kind", "how", "words", "wanted", "received_on")}
        return SaidOfUs(member=member.pk if member else None, said_by="" if member else said["said_by"], **facts)


class CourseForm(PlainForm):
    """What happened to a complaint besides its answer. `more` says by how much its stage may be extended."""

    save = "Save"

    what = forms.ChoiceField(
        label="What happened?", widget=forms.RadioSelect, error_messages={"required": "Choose what happened."}
    )
    day = day_field("On which day?", ask="the day")
    why = some_words("If it takes longer: why?", help_text="Whoever complained is told this.", rows=2)

    def __init__(self, *args: Any, complaint: Complaint, more: str, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("day", on)
        super().__init__(*args, on=on, **kwargs)
        self.fields["what"].choices = self._choices(complaint, more)
        if not more or complaint.answered_on:
            del self.fields["why"]

    def rows(self) -> list[Any]:
        more = ["why"] if "why" in self.fields else []
        return [Field.radios("what"), *more, Field.radios("day")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("what") == LONGER and not said.get("why") and "why" not in self.errors:
            self.add_error("why", "Write why it takes longer, even if it is one line.")
        return said

    @staticmethod
    def _choices(complaint: Complaint, more: str) -> list[Choice]:
        found = []
        if not complaint.answered_on and not complaint.acknowledged_on:
            found.append(Choice(ACKNOWLEDGED, "We told them that we have it"))
        if not complaint.answered_on and more:
            found.append(Choice(LONGER, f"It takes longer: {more} more", hint="Once for this stage, with the reason."))
        if complaint.stage < LAST_STAGE:
            next_ = COMPLAINT_STAGE[complaint.stage + 1].lower()
            found.append(Choice(FURTHER, f"They ask for the next stage: {next_}"))
        return found


class AnswerForm(PlainForm):
    """The answer they were given, what came of it, and what we learned."""

    save = "Save the answer"

    outcome = forms.ChoiceField(
        label="What came of it?",
        choices=list(COMPLAINT_OUTCOME.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what came of it."},
    )
    words = some_words(
        "What did we answer?", ask="Write what they were told, even if it is one line.", rows=6,
        help_text="As they were told. What we are sorry for stands first.",
    )  # fmt: skip
    learned = some_words(
        "What do we do differently from now on?", rows=3,
        help_text="What we learned about how we work, not about who did it.",
    )  # fmt: skip
    answered_on = day_field("When were they told?", ask="the day they were told")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("answered_on", on)
        super().__init__(*args, on=on, **kwargs)

    def rows(self) -> list[Any]:
        return ["words", Field.radios("outcome"), "learned", Field.radios("answered_on")]
