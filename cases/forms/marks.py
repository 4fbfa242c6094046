"""*Not to be shared*: said while something is written, on every form that writes something of a family."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.template.loader import render_to_string

from camden.office.layout import PlainForm
from cases.rules.audience import Marks

FAMILY = "family"


class Folded:
    """The question, folded away in a layout until somebody opens it, by tap or by key. Open when something is chosen.

    It works without JavaScript: the browser folds.
    """

    def render(self, form: forms.BaseForm, context: Any, template_pack: str = "", **_: Any) -> str:
        """Drawn as `templates/cases/_marks_row.html`, once: the form's own list of fields leaves it out."""
        form.rendered_fields.add("kept_from")  # type: ignore[attr-defined]
        bound = form["kept_from"]
        return render_to_string(
            "cases/_marks_row.html", {"field": bound, "is_open": bool(bound.value() or bound.errors)}
        )


def add_marks(form: PlainForm, people: Iterable[tuple[int, str]], label: str = "Not to be shared with…") -> None:
    """Give a form its question `kept_from`: with nobody in particular unless ticked. `people` are (key, name)."""
    choices = [(FAMILY, "The whole family"), *((str(key), name) for key, name in people)]
    form.fields["kept_from"] = forms.MultipleChoiceField(
        label=label,
        help_text="What you mark stays out of headers, letters, prints, links and everything the person may read.",
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def marks_row() -> Any:
    """The question as a row of the form's layout, folded away until it is needed."""
    return Folded()


def said_marks(said: dict[str, Any]) -> Marks:
    """What was marked, from a form's `cleaned_data`."""
    chosen = said.get("kept_from") or []
    return Marks(FAMILY in chosen, tuple(sorted(int(key) for key in chosen if key != FAMILY)))


def as_ticked(marks: Marks) -> list[str]:
    """The same the other way: what a form ticks for these marks."""
    return [FAMILY] * marks.is_kept_from_family + [str(key) for key in marks.kept_from]


class MarksForm(PlainForm):
    """From whom something is kept that is written already. `why` is asked only of whoever takes a mark away."""

    save = "Save the mark"

    why = forms.CharField(
        label="Why may it be shared now?",
        help_text="Only when you take a mark away. It stands on the timeline, beside your name.",
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]], marks: Marks, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("kept_from", as_ticked(marks))
        super().__init__(*args, **kwargs)
        self._had = bool(marks)
        add_marks(self, people)

    def rows(self) -> list[Any]:
        return [marks_row(), "why"] if self._had else [marks_row()]
