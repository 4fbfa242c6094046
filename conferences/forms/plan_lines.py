"""Lines of the family's plan while the family speaks: who will do what, who could care, what is asked for.

Each kind has some empty lines to write on. The page shows the first of them and opens another at one press
(`static/family_plan.js`); without a script all are there.
"""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import HTML, Button, Div, Field, Fieldset, Size, day_field
from conferences.models import CouldCare, PlanItem, PlanResource
from conferences.rules.words import CareWords, ItemWords, WishWords

FAMILY, OTHER = "family", "professional"
EMPTY = {"promise": 6, "care": 3, "wish": 4}
LONG = "long"
_ASKED = ("what", "whose", "who", "when", "know")
_IF_OURS = (
    '<details class="govuk-details"{% if form.errors %} open{% endif %}><summary class="govuk-details__summary">'
    '<span class="govuk-details__summary-text">If somebody who works here promises it</span></summary>'
)


def is_new(line: str) -> bool:
    """Whether a line was empty when the page came."""
    return line.startswith("new")


def lines_of(rows: Sequence[Any], kind: str) -> list[tuple[str, Any]]:
    """Names of lines with the rows they show; empty ones at the end."""
    empty = [(f"new{number}", None) for number in range(1, EMPTY[kind] + 1)]
    return [*((str(row.pk), row) for row in rows), *empty]


def key_of(line: str) -> int | None:
    """The key of the row a line shows; None for a new one."""
    return None if is_new(line) else int(line)


def add_promise(form: forms.Form, line: str, item: PlanItem | None, staff: dict[str, User]) -> None:
    """Fields of one promise."""
    whose = "" if item is None else str(item.keeper_id) if item.keeper_id else item.whose
    form.fields[f"what_{line}"] = forms.CharField(
        label="What will happen?", required=False, max_length=300, initial=item.what if item else "",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    form.fields[f"whose_{line}"] = forms.ChoiceField(
        label="Who promises it?",
        required=False,
        initial=whose or FAMILY,
        choices=[
            (FAMILY, "Family or friend"),
            (OTHER, "A professional who does not work here"),
            *((key, f"{person.name}, who works here") for key, person in staff.items()),
        ],
    )
    form.fields[f"who_{line}"] = forms.CharField(
        label="Their name", help_text="As the family says it.", required=False, max_length=120,
        initial=item.who if item and not item.keeper_id else "",
    )  # fmt: skip
    form.fields[f"promised_to_{line}"] = forms.CharField(
        label="Promised to whom?", required=False, max_length=120, initial=item.promised_to if item else ""
    )
    form.fields[f"when_{line}"] = forms.CharField(
        label="When, and how often?", required=False, max_length=160, initial=item.when if item else ""
    )
    form.fields[f"due_{line}"] = day_field(
        "By which day?",
        ask="the day", recent=False, future=True, required=False, initial=item.due_on if item else None,
    )  # fmt: skip
    form.fields[f"know_{line}"] = forms.CharField(
        label="How will we know?", required=False, max_length=300, initial=item.how_we_know if item else ""
    )


def add_care(form: forms.Form, line: str, row: CouldCare | None) -> None:
    """Fields of somebody who could look after the children."""
    form.fields[f"care_who_{line}"] = forms.CharField(
        label="Their name", required=False, max_length=120, initial=row.who if row else ""
    )
    form.fields[f"care_tie_{line}"] = forms.CharField(
        label="Who are they to the children?", required=False, max_length=120, initial=row.tie if row else ""
    )
    form.fields[f"care_how_{line}"] = forms.ChoiceField(
        label="For how long?",
        required=False,
        choices=[("while", "For a while"), (LONG, "For long")],
        initial=LONG if row and row.for_long else "while",
    )


def add_wish(form: forms.Form, line: str, row: PlanResource | None) -> None:
    """Fields of something the family asks for."""
    form.fields[f"wish_{line}"] = forms.CharField(
        label="What does the family ask for?", required=False, max_length=300, initial=row.what if row else ""
    )
    form.fields[f"wish_cost_{line}"] = forms.IntegerField(
        label="What does it cost, about, in pounds?",
        required=False,
        min_value=0,
        max_value=1_000_000,
        initial=row.cost if row else None,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"}),
    )
    form.fields[f"wish_support_{line}"] = forms.BooleanField(
        label="Paid as family network support", required=False, initial=bool(row and row.is_network_support)
    )


def promise_row(number: int, line: str) -> Fieldset:
    """One promise on the page."""
    asked, ours = [[Field(f"{name}_{line}") for name in names] for names in (_ASKED, ("promised_to", "due"))]
    return _row(f"Promise {number}", line, "promise", *asked, HTML(_IF_OURS), *ours, HTML("</details>"))


def care_row(number: int, line: str) -> Fieldset:
    """One person who could care on the page."""
    fields = (f"care_{name}_{line}" for name in ("who", "tie", "how"))
    return _row(f"Person {number}", line, "promise promise--care", *fields)


def wish_row(number: int, line: str) -> Fieldset:
    """One wish on the page."""
    fields = (f"wish_{line}", f"wish_cost_{line}", f"wish_support_{line}")
    return _row(f"Wish {number}", line, "promise promise--wish", *fields)


def lines_on_the_page(rows: Sequence[Fieldset], more: str) -> Div:
    """Lines, and the press for another: with a script it opens one, without it saves first."""
    return Div(*rows, Button("more", more, kind="secondary"), css_class="plan-lines")


def promise_said(said: dict[str, Any], line: str, staff: dict[str, User]) -> ItemWords:
    """A promise as the operation takes it."""
    keeper = staff.get(said[f"whose_{line}"])
    return ItemWords(
        key=key_of(line),
        what=said[f"what_{line}"],
        who=keeper.name if keeper else said[f"who_{line}"],
        whose=PlanItem.Whose.OURS if keeper else said[f"whose_{line}"] or FAMILY,
        when=said[f"when_{line}"],
        how_we_know=said[f"know_{line}"],
        promised_to=said[f"promised_to_{line}"] if keeper else "",
        keeper_id=keeper.pk if keeper else None,
        due_on=said[f"due_{line}"] if keeper else None,
    )


def care_said(said: dict[str, Any], line: str) -> CareWords:
    """Somebody who could care as the operation takes it."""
    how = said[f"care_how_{line}"]
    return CareWords(key_of(line), said[f"care_who_{line}"], said[f"care_tie_{line}"], for_long=how == LONG)


def wish_said(said: dict[str, Any], line: str) -> WishWords:
    """A wish as the operation takes it."""
    support = said[f"wish_support_{line}"]
    return WishWords(key_of(line), said[f"wish_{line}"], said[f"wish_cost_{line}"] or 0, is_network_support=support)


def _row(legend: str, line: str, css_class: str, *fields: Any) -> Fieldset:
    spare = " promise--new" if is_new(line) else ""
    return Fieldset(*fields, legend=legend, legend_size=Size.SMALL, css_class=f"{css_class}{spare}")
