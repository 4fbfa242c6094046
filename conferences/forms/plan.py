"""The form in which a coordinator writes down the family's plan, while the family speaks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Button, Field, Fieldset, FormHelper, Layout, PlainForm, Size, day_field
from conferences.forms import plan_lines
from conferences.readings.plans import PlanWritten
from conferences.rules.plan import SECTION_ASKS, Section
from conferences.rules.words import PlanWords

_TEXTS = ("family_time", "warning_signs", "contingency", "childs_message", "in_childs_words", "plan_keeper")


def _words(section: Section, rows: int, hint: str = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=SECTION_ASKS[section], help_text=hint, widget=area, required=False)


class PlanForm(PlainForm):
    """Answers to the family's questions, who will do what, and what every family is asked after its own questions.

    `now` is the plan as it is saved; `staff` are those who work here and may promise something. `words()` gives what
    was typed as the operation takes it, `cleaned_data["version"]` the version of the form that was shown.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    family_time = _words(Section.FAMILY_TIME, 2)
    warning_signs = _words(Section.WARNING_SIGNS, 2)
    contingency = _words(Section.IF_NOT, 3, "Who rings whom, and where the children go.")
    childs_message = _words(Section.CHILDS_MESSAGE, 2)
    in_childs_words = forms.CharField(
        label="The plan in the children’s words",
        help_text="Short and true, as you would say it to them. It stands on the children’s own copy.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    plan_keeper = forms.CharField(label="Who in the family keeps the plan?", max_length=120, required=False)
    review_on = day_field(
        "When does the family look at it again?",
        ask="the day",
        recent=False,
        future=True,
        required=False,
        help_text="6 to 12 weeks after the meeting.",
    )

    def __init__(self, *args: Any, now: PlanWritten, staff: Sequence[User], on: date, **kwargs: Any) -> None:
        self.now = now
        first = {name: getattr(now, name) for name in ("version", "review_on", *_TEXTS)}
        super().__init__(*args, on=on, initial=first, **kwargs)
        for place, (question, words) in enumerate(now.answers, start=1):
            self.fields[f"answer_{place}"] = forms.CharField(
                label=question, initial=words, required=False, widget=forms.Textarea(attrs={"rows": 3})
            )
        open_items = [item for item in now.items if not hasattr(item, "promised")]
        keepers = {str(item.keeper_id): item.keeper for item in open_items if item.keeper}
        self._staff = {str(person.pk): person for person in staff} | keepers
        self._promises = plan_lines.lines_of(open_items, "promise")
        self._cares = plan_lines.lines_of(now.could_care, "care")
        self._wishes = plan_lines.lines_of(now.wishes, "wish")
        for line, item in self._promises:
            plan_lines.add_promise(self, line, item, self._staff)
        for line, row in self._cares:
            plan_lines.add_care(self, line, row)
        for line, row in self._wishes:
            plan_lines.add_wish(self, line, row)

    @property
    def helper(self) -> FormHelper:  # type: ignore[override]
        helper = FormHelper()
        give = Button("give", "Save and give it to the worker", kind="secondary")
        helper.layout = Layout(*self.rows(), Button("", self.save), give)
        return helper

    def rows(self) -> list[Any]:
        answers = [Field(f"answer_{place}") for place in range(1, len(self.now.answers) + 1)]
        promises = [plan_lines.promise_row(n, line) for n, (line, _) in enumerate(self._promises, start=1)]
        cares = [plan_lines.care_row(n, line) for n, (line, _) in enumerate(self._cares, start=1)]
        wishes = [plan_lines.wish_row(n, line) for n, (line, _) in enumerate(self._wishes, start=1)]
        return [
            "version",
            _part("The family’s questions", *answers),
            _part("Who will do what", plan_lines.lines_on_the_page(promises, "Another promise")),
            _part("What else the plan says", "family_time", "warning_signs", "contingency"),
            _part(SECTION_ASKS[Section.WHO_COULD_CARE], plan_lines.lines_on_the_page(cares, "Another person")),
            _part("What the family asks for", plan_lines.lines_on_the_page(wishes, "Another wish")),
            _part("The children", "childs_message", "in_childs_words"),
            _part("Keeping it", "plan_keeper", "review_on"),
        ]

    def show_version(self, version: int) -> None:
        """Somebody else saved meanwhile: keep what was typed, for the version that is there now."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    def words(self) -> PlanWords:
        """The plan as typed."""
        said = self.cleaned_data
        answers = [(question, said[f"answer_{n}"]) for n, (question, _) in enumerate(self.now.answers, start=1)]
        items = [plan_lines.promise_said(said, line, self._staff) for line, _ in self._promises]
        return PlanWords(
            answers=answers,
            items=[item for item in items if item.what or item.key],
            review_on=said["review_on"],
            could_care=[plan_lines.care_said(said, line) for line, _ in self._cares],
            wishes=[plan_lines.wish_said(said, line) for line, _ in self._wishes],
            **{name: said[name] for name in _TEXTS},
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for line, _ in self._promises:
            self._check_promise(line, said)
        for line, _ in self._cares:
            if said.get(f"care_tie_{line}") and not said.get(f"care_who_{line}"):
                self.add_error(f"care_who_{line}", "Write their name, or take out who they are.")
        for line, _ in self._wishes:
            if said.get(f"wish_cost_{line}") and not said.get(f"wish_{line}"):
                self.add_error(f"wish_{line}", "Write what is asked for, or take out the cost.")
        return said

    def _check_promise(self, line: str, said: dict[str, Any]) -> None:
        what, who, whose = (said.get(f"{name}_{line}") for name in ("what", "who", "whose"))
        ours = whose in self._staff
        if what and not ours and not who:
            self.add_error(f"who_{line}", "Write who promises it, by name.")
        if who and not what and not ours:
            self.add_error(f"what_{line}", f"Write what {who} will do, or take out the name.")
        if said.get(f"due_{line}") and not ours:
            problem = "Only what somebody who works here promises has a day to be done by. Write it under “When”."
            self.add_error(f"due_{line}", problem)


def _part(title: str, *fields: Any) -> Fieldset:
    return Fieldset(*fields, legend=title, legend_size=Size.MEDIUM, css_class="plan-part")
