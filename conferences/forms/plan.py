"""The form in which a coordinator writes down the family's plan, while the family speaks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import HTML, Button, Field, Fieldset, FormHelper, Layout, PlainForm, Size, day_field
from conferences.models import PlanItem
from conferences.readings.paper import PlanNow
from conferences.rules.words import ItemWords, PlanWords

FAMILY, OTHER = "family", "professional"
_ASKED = ("what", "whose", "who", "when", "know")
_OF_OURS = ("promised_to", "due")
_IF_OURS = (
    '<details class="govuk-details"{% if form.errors %} open{% endif %}><summary class="govuk-details__summary">'
    '<span class="govuk-details__summary-text">If somebody who works here promises it</span></summary>'
)
EMPTY = 3  # lines to write on, beside those there are


class PlanForm(PlainForm):
    """Answers to the family's questions, who will do what, what if, and what the child says.

    `now` is the plan as it is saved; `staff` are those who work here and may promise something. `words()` gives what
    was typed as the operation takes it, `cleaned_data["version"]` the version of the form that was shown.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    contingency = forms.CharField(
        label="If it does not work out: what then?",
        help_text="Who rings whom, and where the children go.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    childs_message = forms.CharField(
        label="What the children want everybody to know", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    plan_keeper = forms.CharField(label="Who in the family keeps the plan?", max_length=120, required=False)

    def __init__(self, *args: Any, now: PlanNow, staff: Sequence[User], on: date, **kwargs: Any) -> None:
        self.now = now
        first = {"version": now.version, "contingency": now.contingency}
        first |= {"childs_message": now.childs_message, "plan_keeper": now.plan_keeper}
        super().__init__(*args, on=on, initial=first, **kwargs)
        for place, (question, words) in enumerate(now.answers, start=1):
            self.fields[f"answer_{place}"] = forms.CharField(
                label=question, initial=words, required=False, widget=forms.Textarea(attrs={"rows": 3})
            )
        self._staff = {str(person.pk): person for person in staff}
        self._lines: list[str] = []
        for item in now.items:
            if not hasattr(item, "promised"):
                self._add_line(str(item.pk), item)
        for number in range(1, EMPTY + 1):
            self._add_line(f"new{number}", None)

    @property
    def helper(self) -> FormHelper:  # type: ignore[override]
        helper = FormHelper()
        give = Button("give", "Save and give it to the worker", kind="secondary")
        helper.layout = Layout(*self.rows(), Button("", self.save), give)
        return helper

    def rows(self) -> list[Any]:
        answers = [Field(f"answer_{place}") for place in range(1, len(self.now.answers) + 1)]
        lines = [self._row(number, line) for number, line in enumerate(self._lines, start=1)]
        return [
            "version",
            Fieldset(*answers, legend="The family’s questions", legend_size=Size.MEDIUM),
            *lines,
            "contingency",
            "childs_message",
            "plan_keeper",
        ]

    def show_version(self, version: int) -> None:
        """Somebody else saved meanwhile: keep what was typed, for the version that is there now."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    def words(self) -> PlanWords:
        """The plan as typed."""
        said = self.cleaned_data
        answers = [(question, said[f"answer_{n}"]) for n, (question, _) in enumerate(self.now.answers, start=1)]
        return PlanWords(
            answers=answers,
            items=[self._item(line) for line in self._lines if self._is_said(line)],
            contingency=said["contingency"],
            childs_message=said["childs_message"],
            plan_keeper=said["plan_keeper"],
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for line in self._lines:
            self._check(line, said)
        return said

    def _add_line(self, line: str, item: PlanItem | None) -> None:
        self._lines.append(line)
        whose = "" if item is None else str(item.keeper_id) if item.keeper_id else item.whose
        everybody = {**self._staff, **({str(item.keeper_id): item.keeper} if item and item.keeper else {})}
        self._staff = {key: person for key, person in everybody.items() if person}
        self.fields[f"what_{line}"] = forms.CharField(
            label="What will happen?", required=False, max_length=300, initial=item.what if item else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )  # fmt: skip
        self.fields[f"whose_{line}"] = forms.ChoiceField(
            label="Who promises it?",
            required=False,
            initial=whose or FAMILY,
            choices=[
                (FAMILY, "Family or friend"),
                (OTHER, "A professional who does not work here"),
                *((key, f"{person.name}, who works here") for key, person in self._staff.items()),
            ],
        )
        self.fields[f"who_{line}"] = forms.CharField(
            label="Their name", help_text="As the family says it.", required=False, max_length=120,
            initial=item.who if item and not item.keeper_id else "",
        )  # fmt: skip
        self.fields[f"promised_to_{line}"] = forms.CharField(
            label="Promised to whom?", required=False, max_length=120, initial=item.promised_to if item else ""
        )
        self.fields[f"when_{line}"] = forms.CharField(
            label="When, and how often?", required=False, max_length=160, initial=item.when if item else ""
        )
        self.fields[f"due_{line}"] = day_field(
            "By which day?",
            ask="the day", recent=False, future=True, required=False, initial=item.due_on if item else None,
        )  # fmt: skip
        self.fields[f"know_{line}"] = forms.CharField(
            label="How will we know?", required=False, max_length=300, initial=item.how_we_know if item else ""
        )

    def _row(self, number: int, line: str) -> Fieldset:
        first, ours = [[Field(f"{name}_{line}") for name in names] for names in (_ASKED, _OF_OURS)]
        return Fieldset(
            *first,
            HTML(_IF_OURS),
            *ours,
            HTML("</details>"),
            legend=f"Promise {number}",
            legend_size=Size.SMALL,
            css_class="promise",
        )

    def _is_said(self, line: str) -> bool:
        return bool(self.cleaned_data.get(f"what_{line}")) or not line.startswith("new")

    def _check(self, line: str, said: dict[str, Any]) -> None:
        what, who, whose = (said.get(f"{name}_{line}") for name in ("what", "who", "whose"))
        ours = whose in self._staff
        if what and not ours and not who:
            self.add_error(f"who_{line}", "Write who promises it, by name.")
        if who and not what:
            self.add_error(f"what_{line}", f"Write what {who} will do, or take out the name.")
        if said.get(f"due_{line}") and not ours:
            problem = "Only what somebody who works here promises has a day to be done by. Write it under “When”."
            self.add_error(f"due_{line}", problem)

    def _item(self, line: str) -> ItemWords:
        said = self.cleaned_data
        keeper = self._staff.get(said[f"whose_{line}"])
        return ItemWords(
            key=None if line.startswith("new") else int(line),
            what=said[f"what_{line}"],
            who=keeper.name if keeper else said[f"who_{line}"],
            whose=PlanItem.Whose.OURS if keeper else said[f"whose_{line}"] or FAMILY,
            when=said[f"when_{line}"],
            how_we_know=said[f"know_{line}"],
            promised_to=said[f"promised_to_{line}"] if keeper else "",
            keeper_id=keeper.pk if keeper else None,
            due_on=said[f"due_{line}"] if keeper else None,
        )
