"""Questions that many forms of the journey ask alike: which children, and in whose words."""

from collections.abc import Sequence
from typing import Any

from django import forms

from cases.models import Member
from cases.readings.marks import names_of

LONGEST_PART = 10_000  # characters: what is said about one step


def which_children(children: Sequence[Member], label: str = "Which children?") -> forms.MultipleChoiceField:
    """Checkboxes, one for each child: nobody is ticked before the worker ticks them, unless there is only one."""
    return forms.MultipleChoiceField(
        label=label,
        choices=[(str(child.pk), child.name) for child in children],
        initial=[str(child.pk) for child in children] if len(children) == 1 else [],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one child."},
    )


def choose_among(form: forms.Form, question: str, people: Sequence[Member], *more: Any) -> dict[str, Member]:
    """Give a form's question these people to choose from by first name, and then what is `more`; them by their keys."""
    asked: Any = form.fields[question]
    asked.choices = [*((str(key), name) for key, name in names_of(people).items()), *more]
    return {str(person.pk): person for person in people}


def words(label: str, *, ask: str = "", help_text: str = "", rows: int = 3) -> forms.CharField:
    """A text of some lines. `ask` makes it compulsory and says what to do without it: "Write why it ends."."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(ask),
        max_length=LONGEST_PART,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": ask},
    )


def chosen(children: Sequence[Member], keys: Sequence[str]) -> list[Member]:
    """The children whose keys were ticked, in the family's order."""
    return [child for child in children if str(child.pk) in set(keys)]


def refuse(form: forms.Form, why: Any) -> None:
    """Say beside the answer it is about, or above all of them, why an operation refused. `why` is a `Refusal`.

    Where it says all that is `missing`, each stands beside its own answer.
    """
    for sentence, about in getattr(why, "missing", [(str(why), why.about)]):
        form.add_error(about if about in form.fields else None, sentence)


def typed_in(request: Any, form: forms.Form) -> list[tuple[str, str]]:
    """Each question and the words that came in, or were kept before, where somebody else was quicker.

    Words only: what was ticked beside them says little without the form.
    """
    draft = {name: values[0] for name, values in request.kept.words.items() if values}
    came = request.POST or draft
    asked = ((str(field.label), came.get(name, "")) for name, field in form.fields.items() if _is_text(field))
    return [(label, text) for label, text in asked if text.strip()]


def _is_text(field: forms.Field) -> bool:
    return type(field) is forms.CharField
