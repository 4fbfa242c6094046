"""Forms of a dispute: a sentence, not a threat."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm, day_field
from cases.forms.asking import words as lines_of
from cases.models import Member
from cases.rules.disputing import STAGE_WHO

LONGEST_ABOUT = 200  # characters: one sentence


class DisputeForm(PlainForm):
    """About what, what would settle it, with whom, and by when. `cleaned_data["child"]` is a child or None."""

    save = "Raise it"

    about = forms.CharField(
        label="What is it about? One sentence",
        help_text="For instance “Imran’s school place was promised in May and is still open”.",
        max_length=LONGEST_ABOUT,
        error_messages={"required": "Write what it is about, in one sentence."},
    )
    words = lines_of(
        "What do you see?", ask="Write what you see.", help_text="What happened, and what it means for the child."
    )
    wanted = lines_of("What would settle it?", ask="Write what would settle it.", rows=2)
    child = forms.ChoiceField(label="Whom is it about?", required=False)
    stage = forms.ChoiceField(
        label="With whom do you raise it?",
        help_text="Most things are settled by the worker and their manager.",
        choices=[(code, who[:1].upper() + who[1:]) for code, who in STAGE_WHO.items()],
    )
    answer_by_on = day_field("Answer by", ask="the day you need an answer", recent=False, future=True)

    def __init__(self, *args: Any, children: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._children = {str(child.pk): child for child in children}
        named: Any = self.fields["child"]
        named.choices = [("", "The whole family"), *((key, child.name) for key, child in self._children.items())]

    def rows(self) -> list[Any]:
        return ["about", "words", "wanted", "child", "stage", Field.radios("answer_by_on")]

    def clean_child(self) -> Member | None:
        return self._children.get(self.cleaned_data["child"])


class AnswerForm(PlainForm):
    """What is answered to it."""

    save = "Answer"

    answer = lines_of(
        "Your answer",
        ask="Write your answer, even if it is two lines.",
        help_text="What you will do and by when, or why it stays as it is.",
        rows=5,
    )


class FurtherForm(PlainForm):
    """One step up, with a new day."""

    save = "Take it further"

    answer_by_on = day_field("Answer by", ask="the day you need an answer", recent=False, future=True)

    def rows(self) -> list[Any]:
        return [Field.radios("answer_by_on")]


class SettleForm(PlainForm):
    """How it was settled."""

    save = "Settle it"

    how = lines_of("How is it settled?", ask="Write how it is settled, even if it is one line.", rows=3)
